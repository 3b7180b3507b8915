/* SPDX-License-Identifier: GPL-2.0 */
/* The two system calls of the patched kernel, and how to tell that they are there. */
#ifndef MPA_H
#define MPA_H

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define NR_hello_kernel 700
#define NR_multi_page_alloc 701
#define MPA_SYSFS "/sys/kernel/mm/multi_page_alloc/"

#define PAGE 4096ul
#define HUGE (512 * PAGE)

static inline int mpa_present(void)
{
	return access(MPA_SYSFS "abi", R_OK) == 0;
}

/* Write one value to a file under /sys or /proc; 0 if that worked. */
static inline int put(const char *path, const char *value)
{
	FILE *file = fopen(path, "w");
	int failed;

	if (!file)
		return -1;
	failed = fputs(value, file) < 0;
	return fclose(file) || failed ? -1 : 0;
}

/* Large folios of n pages, on the stock kernel's own terms: "always", "madvise" or "never". */
static inline int mthp(int n, const char *when)
{
	char path[96];

	snprintf(path, sizeof(path), "/sys/kernel/mm/transparent_hugepage/hugepages-%lukB/enabled", n * PAGE / 1024);
	return put(path, when);
}

#endif
