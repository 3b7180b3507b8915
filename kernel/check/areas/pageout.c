// SPDX-License-Identifier: GPL-2.0
/* MADV_PAGEOUT of whole windows, of parts of them, and beside empty entries. */
#define _GNU_SOURCE
#include "crowd.h"

#define PAGES 1024

static void whole(size_t n)
{
	char *area = area_at(PAGES, 0);
	size_t written, out;

	fill(area, PAGES, n);
	written = written_with(area, 0, PAGES, PAGEMAP_PRESENT);
	must(madvise(area, PAGES * PAGE, MADV_PAGEOUT) == 0, "MADV_PAGEOUT");
	out = written_with(area, 0, PAGES, PAGEMAP_SWAPPED);
	ok(out == written, "n = %zu: all pages of windows go out (%zu of %zu that were written)", n, out, written);
	ok(spoilt(area, 0, PAGES) == 0, "n = %zu: they come back as they were", n);
	munmap(area, PAGES * PAGE);
}

/* From the middle of one window to the middle of another. */
static void part(size_t n)
{
	char *area = area_at(PAGES, 0);
	size_t from = 1 + n / 2, to = 700, out, outside, written;

	fill(area, PAGES, n);
	written = written_with(area, from, to, PAGEMAP_PRESENT);
	must(madvise(area + from * PAGE, (to - from) * PAGE, MADV_PAGEOUT) == 0, "MADV_PAGEOUT");
	out = written_with(area, from, to, PAGEMAP_SWAPPED);
	outside = pages_with(area, from, PAGEMAP_SWAPPED) + pages_with(area + to * PAGE, PAGES - to, PAGEMAP_SWAPPED);
	ok(out == written && !outside, "n = %zu: a part of a window goes out, and only that (%zu of %zu; %zu others)", n, out, written,
	   outside);
	/* Half of what is out is given back, and its entries filled again. */
	madvise(area + from * PAGE, (to - from) / 2 * PAGE, MADV_DONTNEED);
	pages_per_fault(n);
	for (size_t i = from; i < from + (to - from) / 2; i += 5)
		area[i * PAGE] = 0;
	pages_per_fault(1);
	for (size_t i = from; i < from + (to - from) / 2; i++)
		write_page(area, i);
	ok(spoilt(area, 0, PAGES) == 0, "n = %zu: what is filled beside it leaves it alone", n);
	munmap(area, PAGES * PAGE);
}

static void page_out(char *area, size_t pages)
{
	madvise(area, pages * PAGE, MADV_PAGEOUT);
}

int main(int argc, char **argv)
{
	static struct crowd threads = { .disturb = page_out };
	double seconds = stated_seconds(argc, argv);

	if (!mpa_present()) {
		puts("Bail out! this kernel is not patched");
		return 1;
	}
	if (field("/proc/meminfo", "SwapTotal") <= 0) {
		skip("pageout", "no swap");
		return tap_end();
	}
	soil_free_memory(256 << 20);
	EACH_ASKED(n) {
		stay_on(0);
		EACH_SETTING(all) {
			whole(n);
			part(n);
		}
		stay_anywhere();
		crowd(&threads, n, seconds, "all of it is paged out", NULL);
	}
	return tap_end();
}
