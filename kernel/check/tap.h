/* SPDX-License-Identifier: GPL-2.0 */
/* Test Anything Protocol, and what several tests need to know about pages. */
#ifndef TAP_H
#define TAP_H

#include <errno.h>
#include <sched.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "mpa.h"

static int tap_count, tap_failed;

static inline void ok(bool passed, const char *format, ...)
{
	va_list arguments;

	printf("%sok %d - ", passed ? "" : "not ", ++tap_count);
	va_start(arguments, format);
	vprintf(format, arguments);
	va_end(arguments);
	putchar('\n');
	fflush(stdout);
	tap_failed += !passed;
}

static inline void skip(const char *name, const char *reason)
{
	printf("ok %d - %s # SKIP %s\n", ++tap_count, name, reason);
	fflush(stdout);
}

static inline int tap_end(void)
{
	printf("1..%d\n", tap_count);
	return tap_failed != 0;
}

/* What goes wrong in a test's own preparation ends the program: TAP's "Bail out!". */
static inline void *must_map(size_t size, int flags)
{
	void *area = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | flags, -1, 0);

	if (area == MAP_FAILED) {
		printf("Bail out! mmap: %s\n", strerror(errno));
		exit(1);
	}
	return area;
}

static inline void must(bool worked, const char *what)
{
	if (!worked) {
		printf("Bail out! %s: %s\n", what, strerror(errno));
		exit(1);
	}
}

static inline long pages_per_fault(long n)
{
	return syscall(NR_multi_page_alloc, n);
}

/* Whether windows may have folios of several pages; without them they consist of single ones. */
static inline void large_folios(bool allowed)
{
	must(prctl(PR_SET_THP_DISABLE, !allowed, 0, 0, 0) == 0, "PR_SET_THP_DISABLE");
}

/* On one processor there is one batch of folios on their way to the lists that reclaim looks at, and one stock of a group's charges. */
static inline void stay_on(int processor)
{
	cpu_set_t one;

	CPU_ZERO(&one);
	CPU_SET(processor, &one);
	must(sched_setaffinity(0, sizeof(one), &one) == 0, "sched_setaffinity");
}

static inline void stay_anywhere(void)
{
	cpu_set_t all;

	memset(&all, 0xff, sizeof(all));
	must(sched_setaffinity(0, sizeof(all), &all) == 0, "sched_setaffinity");
}

/* A mapping of its own, with unmapped pages around it, its first page at entry `first` of a page table. */
static inline char *area_at(size_t pages, size_t first)
{
	char *map = must_map(pages * PAGE + 3 * HUGE, 0);
	char *table = (char *)(((uintptr_t)map + HUGE - 1) & -(uintptr_t)HUGE) + HUGE;
	char *area = table + first * PAGE;

	munmap(map, area - map);
	munmap(area + pages * PAGE, map + pages * PAGE + 3 * HUGE - (area + pages * PAGE));
	return area;
}

/* The promise: the window of n pages, counted from the start of the page table, clipped to the table and the area. */
static inline void window(const char *area, size_t pages, size_t n, size_t page, size_t *from, size_t *to)
{
	size_t entry = ((uintptr_t)area / PAGE + page) % 512;
	size_t start = entry / n * n, end = start + n < 512 ? start + n : 512;

	*from = page - (entry - start < page ? entry - start : page);
	*to = page + (end - entry);
	if (*to > pages)
		*to = pages;
}

/* The first page whose residency is not what `expected` says, or -1. */
static inline long wrong_residency(char *area, size_t pages, const unsigned char *expected)
{
	unsigned char resident[pages];

	must(mincore(area, pages * PAGE, resident) == 0, "mincore");
	for (size_t i = 0; i < pages; i++)
		if ((resident[i] & 1) != expected[i])
			return i;
	return -1;
}

static inline size_t resident_pages(char *area, size_t pages)
{
	unsigned char resident[pages];
	size_t count = 0;

	must(mincore(area, pages * PAGE, resident) == 0, "mincore");
	for (size_t i = 0; i < pages; i++)
		count += resident[i] & 1;
	return count;
}

static inline bool page_is(const char *page, char byte)
{
	const uint64_t *words = (const uint64_t *)page;
	uint64_t want = 0x0101010101010101ull * (unsigned char)byte;

	for (size_t i = 0; i < PAGE / 8; i++)
		if (words[i] != want)
			return false;
	return true;
}

/* Leave other than zeros in the pages that the next faults get. */
static inline void soil_free_memory(size_t size)
{
	char *area = must_map(size, 0);

	madvise(area, size, MADV_HUGEPAGE);
	memset(area, 0xa5, size);
	munmap(area, size);
}

/* One number from a file like /proc/self/status or /proc/meminfo, in its own unit; -1 if it isn't there. */
static inline long field(const char *path, const char *name)
{
	FILE *file = fopen(path, "r");
	char line[256];
	long value = -1;
	size_t length = strlen(name);

	while (file && value < 0 && fgets(line, sizeof(line), file))
		if (!strncmp(line, name, length))
			value = strtol(line + length + strspn(line + length, ": \t"), NULL, 10);
	if (file)
		fclose(file);
	return value;
}

static inline long rss_anon_pages(void)
{
	return field("/proc/self/status", "RssAnon") / 4;
}

/*
 * Pages that are free, that lie on the processors' own free lists (thousands, after much was freed at once), or that the slab allocator has
 * taken for itself: it keeps what it had at its highest, and what is lost inside it is kmemleak's to find. All from one file: a batch that
 * moves to a processor's list between the readings of two is counted in both.
 */
static inline long spare_pages(void)
{
	static const char *const counted[] = { " nr_free_pages %ld", " count: %ld", " nr_slab_reclaimable %ld", " nr_slab_unreclaimable %ld" };
	FILE *file;
	char line[256];
	long pages, sum = 0;

	/* Each processor holds a part of these counts back. */
	put("/proc/sys/vm/stat_refresh", "1");
	file = fopen("/proc/zoneinfo", "r");
	while (file && fgets(line, sizeof(line), file))
		for (size_t i = 0; i < sizeof(counted) / sizeof(*counted); i++)
			if (sscanf(line, counted[i], &pages) == 1)
				sum += pages;
	if (file)
		fclose(file);
	return sum;
}

/* Fewer pages than this may be missing afterwards: what the kernel itself takes meanwhile, two or three. */
#define MOST_LOST 32

/* Those pages, once they have stayed for a second as they are, or after thirty. */
static inline long spare_pages_settled(void)
{
	long last = 0;

	put("/proc/sys/vm/drop_caches", "3");
	for (int quiet = 0, tries = 0; quiet < 10 && tries < 300; quiet++, tries++) {
		long now = spare_pages();

		if (labs(now - last) > 2)
			quiet = 0;
		last = now;
		usleep(100000);
	}
	return last;
}

/* The exit status of a child that runs `body`; 128 + the signal that killed it. */
#define IN_CHILD(body)							\
	({								\
		int status_;						\
		pid_t child_;						\
									\
		fflush(stdout);						\
		child_ = fork();					\
		must(child_ >= 0, "fork");				\
		if (child_ == 0) {					\
			body;						\
			_exit(0);					\
		}							\
		waitpid(child_, &status_, 0);				\
		WIFSIGNALED(status_) ? 128 + WTERMSIG(status_) : WEXITSTATUS(status_); \
	})

#endif
