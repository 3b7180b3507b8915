// SPDX-License-Identifier: GPL-2.0
/* Memory that breaks inside windows: who touches it is told, nobody else is, and no window hides it. */
#define _GNU_SOURCE
#include "crowd.h"

#define PAGES 1024

/* Of asm-generic/mman-common.h. */
#ifndef MADV_SOFT_OFFLINE
#define MADV_SOFT_OFFLINE 101
#endif

/* Whether to read or to write a page raises SIGBUS. */
static bool is_broken(char *page, bool write)
{
	if (sigsetjmp(crowd_escape, 1)) {
		crowd_escaping = false;
		return true;
	}
	crowd_escaping = true;
	if (write)
		*(volatile char *)page = 1;
	else
		(void)*(volatile char *)page;
	crowd_escaping = false;
	return false;
}

/* Pages in the middle of windows break, and what is around them is discarded and filled again. */
static void broken(size_t n)
{
	long before = held_pages_settled(), corrupted = field("/proc/meminfo", "HardwareCorrupted"), wrong = 0;
	char *area = area_at(PAGES, 0);
	size_t bad[2] = { n / 2, 512 + n / 3 };
	bool told = true, hidden = false;

	fill(area, PAGES, n);
	for (int i = 0; i < 2; i++) {
		memset(area + bad[i] * PAGE, 0x66, PAGE);
		must(madvise(area + bad[i] * PAGE, PAGE, MADV_HWPOISON) == 0, "MADV_HWPOISON");
		told &= is_broken(area + bad[i] * PAGE, false) && is_broken(area + bad[i] * PAGE, true);
	}
	corrupted = field("/proc/meminfo", "HardwareCorrupted") - corrupted;
	ok(told && corrupted == 8, "n = %zu: who touches a broken page of a window is told (%ld kB broken)", n, corrupted);
	for (size_t page = 0; page < PAGES; page++)
		if (page != bad[0] && page != bad[1])
			wrong += spoilt(area, page, page + 1);
	ok(!wrong, "n = %zu: the pages beside it are as they were (%ld wrong)", n, wrong);

	for (int write = 0; write < 2; write++) {
		for (size_t page = 0; page < PAGES; page++)
			if (page != bad[0] && page != bad[1])
				madvise(area + page * PAGE, PAGE, MADV_DONTNEED);
		pages_per_fault(n);
		for (size_t page = 0; page < PAGES; page++)
			if (page != bad[0] && page != bad[1]) {
				if (write)
					area[page * PAGE] = 1;
				else
					wrong += *(volatile char *)(area + page * PAGE) != 0;
			}
		for (int i = 0; i < 2; i++)
			hidden |= !is_broken(area + bad[i] * PAGE, false) || !is_broken(area + bad[i] * PAGE, true);
		pages_per_fault(1);
	}
	ok(!hidden && !wrong, "n = %zu: no window hides it", n);
	/* Who gives it back has a new page. */
	for (int i = 0; i < 2; i++) {
		madvise(area + bad[i] * PAGE, PAGE, MADV_DONTNEED);
		hidden |= is_broken(area + bad[i] * PAGE, true) || area[bad[i] * PAGE + 1];
	}
	ok(!hidden, "n = %zu: discarded, it is a page like others", n);
	munmap(area, PAGES * PAGE);
	ok(held_pages() == before, "n = %zu: the process has the pages that it had (%+ld)", n, held_pages() - before);
}

/* Pages that are about to break are replaced, and nobody sees it. */
static void replaced(size_t n)
{
	char *area = area_at(PAGES, 0);
	int count = 0;

	fill(area, PAGES, n);
	/* Pages that were written: what wasn't may be the zero page, which is everybody's. */
	for (size_t page = 1; page < PAGES; page += 96)
		count += madvise(area + page * PAGE, PAGE, MADV_SOFT_OFFLINE) == 0;
	ok(count && !spoilt(area, 0, PAGES), "n = %zu: pages of windows are replaced before they break (%d of 11)", n, count);
	munmap(area, PAGES * PAGE);
}

/* All that is broken is lost to the machine, so there is an end to it. */
static atomic_long left;

static bool break_or_replace(char *page)
{
	long number = left--;

	if (number <= 0)
		return false;
	if (number % 2)
		return madvise(page, PAGE, MADV_HWPOISON) == 0;
	madvise(page, PAGE, MADV_SOFT_OFFLINE);
	return false;
}

static void wait_a_moment(char *area, size_t pages)
{
	(void)area, (void)pages;
	usleep(5000);
}

int main(int argc, char **argv)
{
	static struct crowd threads = { .disturb = wait_a_moment, .harm = break_or_replace };
	double seconds = stated_seconds(argc, argv);

	if (!mpa_present()) {
		puts("Bail out! this kernel is not patched");
		return 1;
	}
	if (access("/proc/sys/vm/memory_failure_early_kill", R_OK)) {
		skip("poison", "no CONFIG_MEMORY_FAILURE");
		return tap_end();
	}
	soil_free_memory(256 << 20);
	EACH_ASKED(n) {
		signal(SIGBUS, crowd_bus_error);
		stay_on(0);
		EACH_SETTING(all) {
			broken(n);
			replaced(n);
		}
		stay_anywhere();
		left = 2000;
		crowd(&threads, n, seconds, "pages break and are replaced", NULL);
		ok(left < 2000, "n = %zu: %ld of them did", n, 2000 - (long)left);
	}
	return tap_end();
}
