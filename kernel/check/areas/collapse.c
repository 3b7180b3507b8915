// SPDX-License-Identifier: GPL-2.0
/* Where the kernel gives huge pages to everybody ("always"): what is left of windows, and windows that become huge pages afterwards. */
#define _GNU_SOURCE
#include "crowd.h"

/* Of asm-generic/mman-common.h. */
#ifndef MADV_COLLAPSE
#define MADV_COLLAPSE 25
#endif

#define PAGES 1536
#define THP "/sys/kernel/mm/transparent_hugepage/"

static long huge_pages(void)
{
	return field("/proc/self/smaps_rollup", "AnonHugePages") / 2048;
}

/* A page table that the mapping has all of, and that isn't there yet, gets a huge page; the others get windows. */
static void always(size_t n)
{
	char *area = area_at(PAGES, 256);
	unsigned char expected[PAGES];
	size_t from, to;
	long huge = huge_pages(), wrong;

	memset(expected, 0, sizeof(expected));
	pages_per_fault(n);
	area[100 * PAGE] = 1;
	window(area, PAGES, n, 100, &from, &to);
	memset(expected + from, 1, to - from);
	area[300 * PAGE] = 1;
	memset(expected + 256, 1, 512);
	(void)*(volatile char *)(area + (PAGES - 10) * PAGE);
	window(area, PAGES, n, PAGES - 10, &from, &to);
	memset(expected + from, 1, to - from);
	pages_per_fault(1);
	wrong = wrong_residency(area, PAGES, expected);
	ok(wrong < 0 && huge_pages() - huge == 1, "n = %zu: a huge page where there is room for one, and windows elsewhere (%ld huge; page %ld)",
	   n, huge_pages() - huge, wrong);
	/* The huge page has a hole, and windows fill it. */
	madvise(area + 356 * PAGE, 200 * PAGE, MADV_DONTNEED);
	memset(expected + 356, 0, 200);
	pages_per_fault(n);
	area[400 * PAGE] = 1;
	pages_per_fault(1);
	window(area, PAGES, n, 400, &from, &to);
	for (size_t i = from; i < to; i++)
		expected[i] = 1;
	wrong = wrong_residency(area, PAGES, expected);
	ok(wrong < 0, "n = %zu: a hole in it is filled by windows (page %ld)", n, wrong);
	munmap(area, PAGES * PAGE);
}

static void collapsed(size_t n)
{
	long before = held_pages_settled(), huge = huge_pages(), wrong = 0;
	char *area = area_at(PAGES, 0);

	/* A page table with something in it gets no huge page by a fault. */
	for (size_t i = 0; i < PAGES; i += 512) {
		area[i * PAGE] = 1;
		madvise(area + (i + 1) * PAGE, 511 * PAGE, MADV_DONTNEED);
	}
	pages_per_fault(n);
	for (size_t i = 0; i < PAGES; i += 2)
		write_page(area, i);
	pages_per_fault(1);
	must(madvise(area, PAGES * PAGE, MADV_COLLAPSE) == 0, "MADV_COLLAPSE");
	for (size_t i = 0; i < PAGES; i++)
		wrong += !page_is(area + i * PAGE, i % 2 ? 0 : content(i)) && i % 512;
	ok(huge_pages() - huge == 3 && !wrong, "n = %zu: windows become huge pages, as they were (%ld of 3; %ld wrong)", n, huge_pages() - huge,
	   wrong);
	munmap(area, PAGES * PAGE);
	ok(held_pages() == before, "n = %zu: the process has the pages that it had (%+ld)", n, held_pages() - before);
}

static void collapse_some(char *area, size_t pages)
{
	madvise(area, pages * PAGE, MADV_COLLAPSE);
}

int main(int argc, char **argv)
{
	static struct crowd threads = { .disturb = collapse_some };
	double seconds = stated_seconds(argc, argv);
	FILE *file = fopen(THP "enabled", "r");
	char enabled[64] = "";

	if (!mpa_present()) {
		puts("Bail out! this kernel is not patched");
		return 1;
	}
	if (!file || !fgets(enabled, sizeof(enabled), file) || !strstr(enabled, "[always]")) {
		skip("collapse", "huge pages aren't for everybody");
		return tap_end();
	}
	fclose(file);
	soil_free_memory(256 << 20);
	EACH_ASKED(n) {
		/* The kernel's own thread comes later. */
		put(THP "khugepaged/scan_sleep_millisecs", "600000");
		always(n);
		collapsed(n);
		put(THP "khugepaged/scan_sleep_millisecs", "0");
		put(THP "khugepaged/alloc_sleep_millisecs", "0");
		crowd(&threads, n, seconds, "it is collapsed to huge pages", NULL);
	}
	put(THP "khugepaged/scan_sleep_millisecs", "10000");
	put(THP "khugepaged/alloc_sleep_millisecs", "60000");
	return tap_end();
}
