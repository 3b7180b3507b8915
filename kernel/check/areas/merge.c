// SPDX-License-Identifier: GPL-2.0
/* KSM: equal pages of windows become one, pages that nobody wrote become the zero page, and a write parts them again. */
#define _GNU_SOURCE
#include "crowd.h"

#define PAGES 1024
#define KSM "/sys/kernel/mm/ksm/"

static void scan(int times)
{
	long before = field(KSM "full_scans", "");

	for (int wait = 0; wait < 3000 && field(KSM "full_scans", "") < before + times; wait++)
		usleep(10000);
}

static void merged(size_t n)
{
	long before = held_pages_settled(), sharing, wrong = 0, unwritten, written = 0, left;
	char *area = area_at(PAGES, 0);

	/* Pages are equal to those of other windows, and to others of their own. */
	pages_per_fault(n);
	for (size_t i = 0; i < PAGES; i++)
		if (i % 3 != 2) {
			memset(area + i * PAGE, i % 30 / 3 + 1, PAGE);
			written++;
		}
	pages_per_fault(1);
	must(madvise(area, PAGES * PAGE, MADV_MERGEABLE) == 0, "MADV_MERGEABLE");
	scan(4);
	sharing = field("/proc/self/ksm_stat", "ksm_merging_pages");
	/* By itself, or when it splits the folios that they are in, which maps the zero page, too. */
	unwritten = held_pages() - before - written;
	ok(sharing > PAGES / 2, "n = %zu: equal pages of windows are merged (%ld)", n, sharing);
	ok(unwritten == 0, "n = %zu: pages that nobody wrote become the zero page (%ld are left)", n, unwritten);
	for (size_t i = 0; i < PAGES; i += 10)
		area[i * PAGE + 99] = 'w';
	for (size_t i = 0; i < PAGES; i++) {
		wrong += area[i * PAGE + 99] != (i % 10 ? (char)(i % 3 == 2 ? 0 : i % 30 / 3 + 1) : 'w');
		wrong += area[i * PAGE + 98] != (i % 3 == 2 ? 0 : (char)(i % 30 / 3 + 1));
	}
	ok(!wrong, "n = %zu: a write is to one of them (%ld wrong)", n, wrong);
	/* Into what is emptied between them, by reading and by writing. */
	for (size_t i = 0; i < PAGES; i += 8)
		madvise(area + i * PAGE, 5 * PAGE, MADV_DONTNEED);
	pages_per_fault(n);
	for (size_t i = 0; i < PAGES; i += 8) {
		if (i % 16)
			area[i * PAGE + 1] = 0;
		else
			wrong += *(volatile char *)(area + i * PAGE) != 0;
	}
	pages_per_fault(1);
	for (size_t i = 0; i < PAGES; i++)
		wrong += area[i * PAGE + 98] != (i % 8 < 5 || i % 3 == 2 ? 0 : (char)(i % 30 / 3 + 1));
	ok(!wrong, "n = %zu: windows leave alone what is merged in them (%ld wrong)", n, wrong);
	munmap(area, PAGES * PAGE);
	left = field("/proc/self/ksm_stat", "ksm_zero_pages");
	ok(left == 0, "n = %zu: of KSM's zero pages none is left (%ld)", n, left);
	ok(held_pages() == before, "n = %zu: the process has the pages that it had (%+ld)", n, held_pages() - before);
}

/* A read window's zero pages are nobody's: KSM counts only those that it has put there. */
static void read_windows(size_t n)
{
	char *area = area_at(PAGES, 0);
	long before = field("/proc/self/ksm_stat", "ksm_zero_pages"), after;

	pages_per_fault(n);
	for (size_t i = 0; i < PAGES; i++)
		(void)*(volatile char *)(area + i * PAGE);
	pages_per_fault(1);
	munmap(area, PAGES * PAGE);
	after = field("/proc/self/ksm_stat", "ksm_zero_pages");
	ok(after == before, "n = %zu: zero pages of a window aren't KSM's (%+ld)", n, after - before);
}

static void mergeable(char *area, size_t pages)
{
	must(madvise(area, pages * PAGE, MADV_MERGEABLE) == 0, "MADV_MERGEABLE");
}

static void merge_some(char *area, size_t pages)
{
	(void)area, (void)pages;
	usleep(5000);
}

int main(int argc, char **argv)
{
	static struct crowd threads = { .disturb = merge_some };
	double seconds = stated_seconds(argc, argv);

	if (!mpa_present()) {
		puts("Bail out! this kernel is not patched");
		return 1;
	}
	soil_free_memory(256 << 20);
	put(KSM "use_zero_pages", "1");
	put(KSM "pages_to_scan", "20000");
	put(KSM "sleep_millisecs", "5");
	must(put(KSM "run", "1") == 0, "KSM");
	EACH_ASKED(n) {
		EACH_SETTING(all) {
			read_windows(n);
			merged(n);
		}
		crowd(&threads, n, seconds, "KSM merges what is equal", mergeable);
	}
	put(KSM "run", "2");
	put(KSM "run", "0");
	return tap_end();
}
