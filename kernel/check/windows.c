// SPDX-License-Identifier: GPL-2.0
/* Which pages a fault prepares, what is in them, and what they count for. */
#define _GNU_SOURCE
#include "tap.h"

#define PAGES 1100 /* from the middle of one page table, over a whole one, into a third */
#define FIRST 37

static unsigned char expected[PAGES];

static void expect_window(char *area, size_t n, size_t page)
{
	size_t from, to;

	window(area, PAGES, n, page, &from, &to);
	memset(expected + from, 1, to - from);
}

static size_t expected_pages(void)
{
	size_t count = 0;

	for (size_t i = 0; i < PAGES; i++)
		count += expected[i];
	return count;
}

/* Faults at both ends, at the middle and at a few places that differ with n. */
static const size_t *places(size_t n)
{
	static size_t place[6];

	place[0] = 0;
	place[1] = PAGES - 1;
	place[2] = 512 - FIRST;
	place[3] = 511 - FIRST;
	place[4] = n * 7919 % PAGES;
	place[5] = n * 104729 % PAGES;
	return place;
}

static void identity(void)
{
	ok(field(MPA_SYSFS "abi", "") == 2, "sysfs says abi 2");
	ok(field(MPA_SYSFS "hello_kernel", "") == NR_hello_kernel, "sysfs says hello_kernel's number");
	ok(field(MPA_SYSFS "multi_page_alloc", "") == NR_multi_page_alloc, "sysfs says multi_page_alloc's number");
	ok(field(MPA_SYSFS "max_pages", "") == 512, "sysfs says 512 pages at most");
	ok(syscall(NR_hello_kernel) == 0, "hello_kernel() returns 0");
	ok(syscall(699) == -1 && errno == ENOSYS && syscall(702) == -1 && errno == ENOSYS,
	   "the numbers around are nobody's");
}

static void bounds(void)
{
	static const long bad[] = { 513, -1, 1l << 32 | 1, 1l << 62 };
	bool refused = true, asked = true, previous = pages_per_fault(1) == 1;

	for (long n = 1; n <= 512; n++) {
		previous &= pages_per_fault(n) == (n > 1 ? n - 1 : 1);
		asked &= pages_per_fault(0) == n;
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		refused &= pages_per_fault(bad[i]) == -1 && errno == EINVAL;
	ok(previous, "1..512 are accepted and the previous value is returned");
	ok(asked, "0 asks for the number and changes nothing");
	ok(refused && pages_per_fault(1) == 512, "what is outside 0..512 is refused with EINVAL and changes nothing");
}

/* What the administrator writes to max_pages holds for all, at once. */
static void limit(void)
{
	static const char *const bad[] = { "0", "513", "-1", "many" };
	char *area = area_at(512, 0);
	bool refused = true;

	pages_per_fault(64);
	area[0] = 1;
	ok(put(MPA_SYSFS "max_pages", "16") == 0 && field(MPA_SYSFS "max_pages", "") == 16, "max_pages can be lowered");
	ok(resident_pages(area, 512) == 64, "lowering it takes no page away");
	ok(pages_per_fault(17) == -1 && errno == EINVAL && pages_per_fault(0) == 64, "more than max_pages is refused with EINVAL");
	area[70 * PAGE] = 1;
	ok(resident_pages(area, 512) == 64 + 16, "a process that asked for more is given max_pages at once");
	(void)*(volatile char *)(area + 100 * PAGE);
	ok(resident_pages(area, 512) == 64 + 16 + 16, "so it is where it reads");
	put(MPA_SYSFS "max_pages", "1");
	area[200 * PAGE] = 1;
	ok(resident_pages(area, 512) == 64 + 16 + 16 + 1, "max_pages 1 turns it off");
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		refused &= put(MPA_SYSFS "max_pages", bad[i]) != 0 && field(MPA_SYSFS "max_pages", "") == 1;
	ok(refused, "max_pages refuses what is outside 1..512");
	ok(IN_CHILD(must(setuid(65534) == 0, "setuid"); _exit(put(MPA_SYSFS "max_pages", "2") ? 0 : 1)) == 0,
	   "only root writes max_pages");
	put(MPA_SYSFS "max_pages", "512");
	area[300 * PAGE] = 1;
	ok(resident_pages(area, 512) == 64 + 16 + 16 + 1 + 64, "raised again, the process has what it asked for");
	pages_per_fault(1);
	munmap(area, 512 * PAGE);
}

/* `read` faults map the zero page, which counts for nobody; write faults count page by page. */
static void every_size(const char *name, bool read)
{
	long residency = 0, contents = 0, counted = 0, writable = 0;

	for (size_t n = 1; n <= 512; n++) {
		const size_t *place = places(n);
		char *area = area_at(PAGES, FIRST);
		long before, wrong, grown, want;

		memset(expected, 0, sizeof(expected));
		rss_anon_pages();
		before = rss_anon_pages();
		pages_per_fault(n);
		for (int i = 0; i < 6; i++) {
			expect_window(area, n, place[i]);
			if (read)
				(void)*(volatile char *)(area + place[i] * PAGE);
			else
				*(volatile char *)(area + place[i] * PAGE + 5) = 0;
		}
		pages_per_fault(1);
		grown = rss_anon_pages() - before;
		want = read ? 0 : expected_pages();
		wrong = wrong_residency(area, PAGES, expected);
		if (wrong >= 0 && !residency++)
			printf("# n = %zu: page %ld is%s resident\n", n, wrong, expected[wrong] ? " not" : "");
		if (grown != want && !counted++)
			printf("# n = %zu: RssAnon grew by %ld pages, not by %ld\n", n, grown, want);
		for (size_t i = 0; i < PAGES; i++)
			if (expected[i] && !page_is(area + i * PAGE, 0) && !contents++)
				printf("# n = %zu: page %zu is not zero\n", n, i);
		if (read) {
			size_t from, to;

			/* A page that was read is still one's own to write. */
			window(area, PAGES, n, place[4], &from, &to);
			area[from * PAGE] = 1;
			for (size_t i = from + 1; i < to; i++)
				writable += area[i * PAGE] != 0;
		}
		munmap(area, PAGES * PAGE);
	}
	ok(!residency, "%s: mincore shows the promised windows for n = 1..512", name);
	ok(!contents, "%s: every page is zero for n = 1..512", name);
	ok(!counted, "%s: RssAnon grows by what is mapped for n = 1..512", name);
	if (read)
		ok(!writable, "%s: a write afterwards stays in its page", name);
}

/* Entries in use are left alone, and what is empty between them is filled. */
static void used_entries(void)
{
	long residency = 0, contents = 0, counted = 0;

	for (size_t n = 2; n <= 512; n += n < 40 ? 1 : 59) {
		char *area = area_at(PAGES, FIRST);
		long before;

		memset(expected, 0, sizeof(expected));
		pages_per_fault(1);
		before = rss_anon_pages();
		for (size_t i = 3; i < PAGES; i += 3 + i % 31) {
			memset(area + i * PAGE, 0x5a, PAGE);
			expected[i] = 2;
		}
		pages_per_fault(n);
		for (size_t i = 0; i < PAGES; i += 97)
			if (!expected[i]) {
				size_t from, to;

				area[i * PAGE + 9] = 0;
				window(area, PAGES, n, i, &from, &to);
				for (; from < to; from++)
					expected[from] |= 1;
			}
		pages_per_fault(1);
		counted += rss_anon_pages() - before != (long)resident_pages(area, PAGES);
		for (size_t i = 0; i < PAGES; i++)
			if (expected[i])
				contents += !page_is(area + i * PAGE, expected[i] & 2 ? 0x5a : 0);
		for (size_t i = 0; i < PAGES; i++)
			expected[i] = expected[i] != 0;
		residency += wrong_residency(area, PAGES, expected) >= 0;
		munmap(area, PAGES * PAGE);
	}
	ok(!residency, "used entries: what is empty between them is filled");
	ok(!contents, "used entries: they keep their contents");
	ok(!counted, "used entries: RssAnon counts each page once");
}

/* One fault for each window, whatever the order: n pages cost ceil(512 / n) faults a page table. */
static void fault_count(void)
{
	long wrong = 0;

	for (size_t n = 1; n <= 512; n += n < 34 ? 1 : 61) {
		char *area = area_at(1024, 0);
		long before, faults;
		FILE *stat;

		pages_per_fault(n);
		stat = fopen("/proc/self/stat", "r");
		must(fscanf(stat, "%*d %*s %*c %*d %*d %*d %*d %*d %*u %ld", &before) == 1, "/proc/self/stat");
		for (size_t i = 0; i < 1024; i++)
			*(volatile char *)(area + i * 389 % 1024 * PAGE) = 1;
		pages_per_fault(1);
		rewind(stat);
		must(fscanf(stat, "%*d %*s %*c %*d %*d %*d %*d %*d %*u %ld", &faults) == 1, "/proc/self/stat");
		fclose(stat);
		faults -= before;
		/* A few faults belong to the program itself. */
		if ((faults < 2 * (long)((511 + n) / n) || faults > 2 * (long)((511 + n) / n) + 4) && !wrong++)
			printf("# n = %zu: %ld faults for 1024 pages\n", n, faults);
		munmap(area, 1024 * PAGE);
	}
	ok(!wrong, "touching 1024 pages in a scattered order takes one fault a window");
}

int main(void)
{
	if (!mpa_present()) {
		puts("Bail out! this kernel is not patched");
		return 1;
	}
	soil_free_memory(256 << 20);
	identity();
	bounds();
	limit();
	every_size("write", false);
	every_size("read", true);
	large_folios(false);
	every_size("write, no large folios", false);
	large_folios(true);
	used_entries();
	fault_count();
	return tap_end();
}
