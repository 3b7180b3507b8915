// SPDX-License-Identifier: GPL-2.0
/* MADV_FREE: what is written afterwards stays, and the rest is gone once memory is reclaimed. */
#define _GNU_SOURCE
#include "crowd.h"

#define PAGES 1024

/* kB of the mapping at `area` that smaps has under `name`. */
static long smaps(const char *area, const char *name)
{
	FILE *file = fopen("/proc/self/smaps", "r");
	char line[256];
	bool here = false;
	long value = -1;

	while (file && value < 0 && fgets(line, sizeof(line), file)) {
		unsigned long from, to;

		if (sscanf(line, "%lx-%lx ", &from, &to) == 2)
			here = from <= (uintptr_t)area && (uintptr_t)area < to;
		else if (here && !strncmp(line, name, strlen(name)))
			value = strtol(line + strlen(name) + 1, NULL, 10);
	}
	if (file)
		fclose(file);
	return value;
}

/* In one half, as of a folio all stays in which anything was written. */
static bool rewritten(size_t page)
{
	return page >= PAGES / 2 && page % 5 == 1;
}

static void freed(size_t n)
{
	long before = held_pages_settled(), lazy, gone = 0, left, wrong = 0;
	char *area = area_at(PAGES, 0);

	fill(area, PAGES, n);
	ok(smaps(area, "LazyFree") == 0, "n = %zu: no page of a window is to be freed before it is asked for", n);
	/* The second time brings those to the lists that are on their way there. */
	for (int i = 0; i < 2; i++)
		must(madvise(area, PAGES * PAGE, MADV_FREE) == 0, "MADV_FREE");
	lazy = smaps(area, "LazyFree");
	ok(lazy == (long)(pages_with(area, PAGES, PAGEMAP_PRESENT) * PAGE / 1024), "n = %zu: then all of them are (%ld kB)", n, lazy);
	for (size_t i = 0; i < PAGES; i++)
		if (rewritten(i))
			memset(area + i * PAGE, 0x44, PAGE);
	must(madvise(area, PAGES * PAGE, MADV_PAGEOUT) == 0, "MADV_PAGEOUT");
	left = pages_with(area, PAGES / 2, PAGEMAP_PRESENT | PAGEMAP_SWAPPED);
	for (size_t i = 0; i < PAGES / 2; i++)
		gone += page_is(area + i * PAGE, 0);
	ok(!left && gone == PAGES / 2, "n = %zu: memory takes what wasn't written again (%ld of %d pages are left)", n, left, PAGES / 2);
	for (size_t i = PAGES / 2; i < PAGES; i++)
		wrong += rewritten(i) ? !page_is(area + i * PAGE, 0x44) :
					!page_is(area + i * PAGE, 0) && !page_is(area + i * PAGE, content(i));
	ok(!wrong, "n = %zu: what was written again stays (%ld wrong)", n, wrong);
	/* Into what is empty now. */
	pages_per_fault(n);
	for (size_t i = 0; i < PAGES; i += 3)
		area[i * PAGE + 9] = 0;
	pages_per_fault(1);
	for (size_t i = 0; i < PAGES; i++)
		wrong += area[i * PAGE + 11] != (rewritten(i) ? 0x44 : i < PAGES / 2 ? 0 : area[i * PAGE + 12]);
	ok(!wrong, "n = %zu: windows fill what is empty and leave the rest (%ld wrong)", n, wrong);
	munmap(area, PAGES * PAGE);
	ok(held_pages() == before, "n = %zu: the process has the pages that it had (%+ld)", n, held_pages() - before);
}

static void free_some(char *area, size_t pages)
{
	madvise(area, pages * PAGE, MADV_FREE);
	usleep(500);
	madvise(area, pages * PAGE, MADV_PAGEOUT);
}

int main(int argc, char **argv)
{
	static struct crowd threads = { .disturb = free_some, .may_forget = true };
	double seconds = stated_seconds(argc, argv);

	if (!mpa_present()) {
		puts("Bail out! this kernel is not patched");
		return 1;
	}
	if (field("/proc/meminfo", "SwapTotal") <= 0) {
		skip("lazyfree", "no swap");
		return tap_end();
	}
	soil_free_memory(256 << 20);
	EACH_ASKED(n) {
		stay_on(0);
		EACH_SETTING(all)
			freed(n);
		stay_anywhere();
		crowd(&threads, n, seconds, "all of it is freed lazily, and reclaimed", NULL);
	}
	return tap_end();
}
