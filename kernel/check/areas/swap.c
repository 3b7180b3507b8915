// SPDX-License-Identifier: GPL-2.0
/* Pages of windows that are swapped out because memory is short, and what is between them afterwards. */
#define _GNU_SOURCE
#include "crowd.h"
#include "group.h"

#define PAGES 1536

/* Reclaims until hardly any of the pages that were written is left. */
static size_t swap_out(char *area, size_t written)
{
	size_t out = 0;

	for (int try = 0; try < 20 && out < written * 95 / 100; try++) {
		reclaim(PAGES);
		out = pages_with(area, PAGES, PAGEMAP_SWAPPED);
	}
	return out;
}

static void out_and_in(size_t n)
{
	long before = held_pages_settled();
	char *area = area_at(PAGES, 0);
	size_t written, out;

	fill(area, PAGES, n);
	written = written_with(area, 0, PAGES, PAGEMAP_PRESENT);
	swap_out(area, PAGES);
	out = written_with(area, 0, PAGES, PAGEMAP_SWAPPED);
	ok(out >= written * 95 / 100, "n = %zu: windows are swapped out (%zu of %zu pages that were written)", n, out, written);
	ok(IN_CHILD(_exit(spoilt(area, 0, PAGES) ? 1 : 0)) == 0, "n = %zu: a child finds what was swapped out", n);
	ok(spoilt(area, 0, PAGES) == 0, "n = %zu: they come back as they were", n);
	for (size_t i = 0; i < PAGES; i++)
		area[i * PAGE + 7] = 'w';
	ok(pages_with(area, PAGES, PAGEMAP_SWAPPED) == 0, "n = %zu: they come back to be written", n);
	munmap(area, PAGES * PAGE);
	ok(held_pages() == before, "n = %zu: the process has the pages that it had (%+ld)", n, held_pages() - before);
}

/* An entry of a page that is swapped out is in use: what is empty beside it is filled, and it stays. */
static void beside(size_t n)
{
	char *area = area_at(PAGES, 0);
	long wrong = 0;
	size_t out;

	pages_per_fault(1);
	for (size_t i = 0; i < PAGES; i++)
		if (i % 7 < 3)
			memset(area + i * PAGE, 0x33, PAGE);
	for (size_t i = 0; i < PAGES; i++)
		if (i % 7 >= 3)
			madvise(area + i * PAGE, PAGE, MADV_DONTNEED);
	out = swap_out(area, PAGES * 3 / 7);
	pages_per_fault(n);
	for (size_t i = 3; i < PAGES; i += 14)
		area[i * PAGE] = 0;
	for (size_t i = 10; i < PAGES; i += 14)
		(void)*(volatile char *)(area + i * PAGE);
	pages_per_fault(1);
	for (size_t i = 0; i < PAGES; i++)
		wrong += !page_is(area + i * PAGE, i % 7 < 3 ? 0x33 : 0);
	ok(out > 0 && !wrong, "n = %zu: a window leaves alone what is swapped out in it (%zu pages, %ld wrong)", n, out, wrong);
	munmap(area, PAGES * PAGE);
}

/* Twice as much as the group may have: the rest is swapped out, and nobody is killed. */
static void beyond_limit(size_t n)
{
	size_t pages = 2 * (32ul << 20) / PAGE;
	char *area = area_at(pages, 3);

	put(GROUP "/memory.max", "32M");
	fill(area, pages, n);
	ok(spoilt(area, 0, pages) == 0, "n = %zu: twice a group's limit holds what was written", n);
	munmap(area, pages * PAGE);
	put(GROUP "/memory.max", "max");
}

static void reclaim_some(char *area, size_t pages)
{
	(void)area;
	reclaim(pages / 8);
}

int main(int argc, char **argv)
{
	static struct crowd threads = { .disturb = reclaim_some };
	double seconds = stated_seconds(argc, argv);

	if (!mpa_present()) {
		puts("Bail out! this kernel is not patched");
		return 1;
	}
	if (field("/proc/meminfo", "SwapTotal") <= 0) {
		skip("swap", "no swap");
		return tap_end();
	}
	soil_free_memory(256 << 20);
	join_group();
	EACH_ASKED(n) {
		EACH_SETTING(all) {
			out_and_in(n);
			beside(n);
			beyond_limit(n);
		}
		crowd(&threads, n, seconds, "their group is reclaimed", NULL);
	}
	leave_group();
	return tap_end();
}
