/* SPDX-License-Identifier: GPL-2.0 */
/* Memory in which only single pages are free, and what the kernel counts while it lasts. */
#ifndef FRAGMENT_H
#define FRAGMENT_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "mpa.h"

/* One number from a file of lines "name value"; 0 if it isn't there. */
static inline long named(const char *path, const char *name)
{
	FILE *file = fopen(path, "r");
	char line[128];
	long value = 0;
	size_t length = strlen(name);

	while (file && fgets(line, sizeof(line), file))
		if (!strncmp(line, name, length) && strchr(" :", line[length]))
			value = strtol(line + length + 1, NULL, 10);
	if (file)
		fclose(file);
	return value;
}

/* A count of the folios of n pages, such as "anon_fault_fallback". */
static inline long mthp_count(int n, const char *name)
{
	char path[128];
	FILE *file;
	long value = 0;

	snprintf(path, sizeof(path), "/sys/kernel/mm/transparent_hugepage/hugepages-%lukB/stats/%s", n * PAGE / 1024, name);
	file = fopen(path, "r");
	if (file && fscanf(file, "%ld", &value) != 1)
		value = 0;
	if (file)
		fclose(file);
	return value;
}

struct fragmented {
	char *single;	/* every other page of these is free */
	size_t singles;
	char *large;	/* what was left in larger pieces */
	size_t larges;
};

static inline char *fragment_map(size_t pages, int advice)
{
	char *area = mmap(NULL, pages * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

	if (area == MAP_FAILED) {
		perror("fragment: mmap");
		exit(1);
	}
	if (advice)
		madvise(area, pages * PAGE, advice);
	return area;
}

/*
 * Leave `pages` pages free, or a few more, and none of them beside another. Huge pages of hugetlbfs hold most of the memory, single ones
 * the rest but what the kernel needs for itself; then every other one is given back. Of what was left in larger pieces folios take the last.
 */
static inline struct fragmented fragment_memory(size_t pages)
{
	struct fragmented all = { .larges = pages };
	char number[24];
	long huge;

	put("/proc/sys/vm/compaction_proactiveness", "0");
	put("/proc/sys/vm/watermark_boost_factor", "0");
	put("/proc/sys/vm/min_free_kbytes", "2048");
	/* What the processors keep for themselves is of no use to others. */
	put("/proc/sys/vm/percpu_pagelist_high_fraction", "1000000");
	put("/proc/sys/vm/drop_caches", "3");
	huge = named("/proc/meminfo", "MemFree") / 2048 - (long)(pages * 2 / 512) - 16;
	snprintf(number, sizeof(number), "%ld", huge > 0 ? huge : 0);
	put("/proc/sys/vm/nr_hugepages", number);

	all.singles = named("/proc/meminfo", "MemFree") / 4;
	all.single = fragment_map(all.singles, MADV_NOHUGEPAGE);
	for (size_t i = 0; i < all.singles; i++) {
		if (i % 64 == 0 && named("/proc/meminfo", "MemFree") < 16 << 10) {
			all.singles = i & ~1ul;
			break;
		}
		all.single[i * PAGE] = 1;
	}
	for (size_t i = 0; i < all.singles; i += 2)
		madvise(all.single + i * PAGE, PAGE, MADV_DONTNEED);

	all.large = fragment_map(all.larges, 0);
	for (size_t i = 0, n = 256; n >= 4; n /= 2) {
		mthp(n, "always");
		/* Whatever is said of folios' sizes sets it anew. */
		put("/proc/sys/vm/min_free_kbytes", "2048");
		/* Behind the single page that the last size ended with. */
		for (i = (i + n) & -n; i + n <= all.larges; i += n) {
			long before = mthp_count(n, "anon_fault_alloc");

			all.large[i * PAGE] = 1;
			if (mthp_count(n, "anon_fault_alloc") == before)
				break;
		}
		mthp(n, "never");
	}
	put("/proc/sys/vm/min_free_kbytes", "2048");
	return all;
}

static inline void defragment_memory(const struct fragmented *all)
{
	munmap(all->single, all->singles * PAGE);
	munmap(all->large, all->larges * PAGE);
	put("/proc/sys/vm/nr_hugepages", "0");
	put("/proc/sys/vm/percpu_pagelist_high_fraction", "0");
	put("/proc/sys/vm/watermark_boost_factor", "15000");
	put("/proc/sys/vm/compaction_proactiveness", "20");
}

#endif
