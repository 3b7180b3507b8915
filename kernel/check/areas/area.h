/* SPDX-License-Identifier: GPL-2.0 */
/* An area that windows have filled, in which some pages are written and others are left as they were prepared. */
#ifndef AREA_H
#define AREA_H

#include <fcntl.h>

#include "tap.h"

static const size_t asked_sizes[] = { 1, 16, 24, 512 };
#define EACH_ASKED(n) for (size_t i_ = 0, n; i_ < sizeof(asked_sizes) / sizeof(*asked_sizes) && (n = asked_sizes[i_], 1); i_++)

/* Once where the kernel gives no huge pages by itself, so that there are windows only, and once as it stands. */
#define EACH_SETTING(all) for (int all = 0; all < 2 && (mthp(512, all ? "inherit" : "never"), setting_named(all), 1); all++)

static inline void setting_named(bool all)
{
	printf("# huge pages: %s\n", all ? "as sysfs says" : "of windows only");
}

/* What page `page` of an area is full of once it has been written; every third page is left as it was prepared. */
static inline char content(size_t page)
{
	return page % 3 == 2 ? 0 : (char)(page % 251 + 1);
}

static inline void write_page(char *area, size_t page)
{
	if (content(page))
		memset(area + page * PAGE, content(page), PAGE);
}

static inline void fill(char *area, size_t pages, size_t n)
{
	pages_per_fault(n);
	for (size_t i = 0; i < pages; i++)
		write_page(area, i);
	pages_per_fault(1);
}

/* How many pages from `from` to `to` don't hold what fill() wrote or left. */
static inline long spoilt(const char *area, size_t from, size_t to)
{
	long count = 0;

	for (size_t i = from; i < to; i++)
		count += !page_is(area + i * PAGE, content(i));
	return count;
}

/* Bits of /proc/PID/pagemap, see Documentation/admin-guide/mm/pagemap.rst. */
#define PAGEMAP_SWAPPED (1ull << 62)
#define PAGEMAP_PRESENT (1ull << 63)

/* How many pages have one of those bits. */
static inline size_t pages_with(const char *area, size_t pages, uint64_t bit)
{
	uint64_t entry[512];
	size_t count = 0;
	int file = open("/proc/self/pagemap", O_RDONLY | O_CLOEXEC);

	must(file >= 0, "/proc/self/pagemap");
	for (size_t at = 0; at < pages; at += 512) {
		size_t some = pages - at < 512 ? pages - at : 512;

		must(pread(file, entry, some * 8, ((uintptr_t)area / PAGE + at) * 8) == (ssize_t)(some * 8), "pagemap");
		for (size_t i = 0; i < some; i++)
			count += (entry[i] & bit) != 0;
	}
	close(file);
	return count;
}

/* The same of those that fill() wrote. Of the others the kernel may make the zero page, wherever it splits a folio. */
static inline size_t written_with(const char *area, size_t from, size_t to, uint64_t bit)
{
	size_t count = 0;

	for (size_t i = from; i < to; i++)
		count += content(i) && pages_with(area + i * PAGE, 1, bit);
	return count;
}

/* Pages that the program has, in memory or swapped out. */
static inline long held_pages(void)
{
	return (field("/proc/self/status", "RssAnon") + field("/proc/self/status", "VmSwap")) / 4;
}

/* The same, once the program has all pages of its own that it is going to touch: of its heap, its data and its stacks. */
static inline long held_pages_settled(void)
{
	held_pages();
	must(mlockall(MCL_CURRENT) == 0 && munlockall() == 0, "mlockall");
	return held_pages();
}

/* The seconds that "concurrently" lasts for each size, as the program was told. */
static inline double stated_seconds(int argc, char **argv)
{
	return argc > 1 ? atof(argv[1]) : 2;
}

#endif
