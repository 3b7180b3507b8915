// SPDX-License-Identifier: GPL-2.0
/* What happens later to a setting and to the pages it brought: threads, fork, exec, unmap, protect, move, discard. */
#define _GNU_SOURCE
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>

#include "tap.h"

static const size_t sizes[] = { 2, 3, 4, 16, 24, 64, 100, 512 };
#define EACH_SIZE(n) for (size_t i_ = 0, n; i_ < sizeof(sizes) / sizeof(*sizes) && (n = sizes[i_], 1); i_++)

static void *thread_reads(void *result)
{
	*(long *)result = pages_per_fault(33);
	return NULL;
}

static void setting(void)
{
	static const char self[] = "/proc/self/exe";
	char *const arguments[] = { (char *)self, "after-exec", NULL };
	pthread_t thread;
	long seen = 0;

	pages_per_fault(17);
	pthread_create(&thread, NULL, thread_reads, &seen);
	pthread_join(thread, NULL);
	ok(seen == 17 && pages_per_fault(17) == 33, "threads share the setting");
	ok(IN_CHILD(_exit(pages_per_fault(5) == 17 ? 0 : 1)) == 0, "fork inherits it");
	ok(pages_per_fault(17) == 17, "what the child sets is its own");
	ok(IN_CHILD(execv(self, arguments); _exit(9)) == 1, "exec starts with 1");
	pages_per_fault(1);
}

static void fork_and_cow(void)
{
	EACH_SIZE(n) {
		char *area = area_at(1024, 37);
		bool parent = true;
		int child;

		pages_per_fault(n);
		for (size_t i = 0; i < 1024; i += 2)
			area[i * PAGE] = 'p';
		child = IN_CHILD({
			for (size_t i = 0; i < 1024; i++)
				if (area[i * PAGE] != (i % 2 ? 0 : 'p'))
					_exit(1);
			for (size_t i = 0; i < 1024; i += 3)
				memset(area + i * PAGE, 'c', PAGE);
			for (size_t i = 0; i < 1024; i++)
				if (area[i * PAGE] != (i % 3 == 0 ? 'c' : i % 2 ? 0 : 'p'))
					_exit(2);
		});
		for (size_t i = 0; i < 1024; i++)
			parent &= area[i * PAGE] == (i % 2 ? 0 : 'p') && !area[i * PAGE + PAGE - 1];
		pages_per_fault(1);
		ok(child == 0 && parent, "n = %zu: fork and copy-on-write keep both sides apart (child: %d)", n, child);
		munmap(area, 1024 * PAGE);
	}
}

static void partial_unmap(void)
{
	EACH_SIZE(n) {
		char *area = area_at(512, 0);
		unsigned char expected[512];
		size_t from, to;
		long before = rss_anon_pages(), kept;

		pages_per_fault(n);
		for (size_t i = 0; i < 512; i++)
			area[i * PAGE] = (char)(i | 1);
		pages_per_fault(1);
		/* From the middle of one window to the middle of another. */
		from = 1 + n / 2;
		to = 300;
		munmap(area + from * PAGE, (to - from) * PAGE);
		kept = rss_anon_pages() - before;
		memset(expected, 1, sizeof(expected));
		ok(kept == (long)(512 - (to - from)) &&
		   wrong_residency(area, from, expected) < 0 &&
		   wrong_residency(area + to * PAGE, 512 - to, expected) < 0 &&
		   area[(from - 1) * PAGE] == (char)((from - 1) | 1) && area[to * PAGE] == (char)(to | 1),
		   "n = %zu: unmapping a part leaves the rest (%ld pages counted)", n, kept);
		munmap(area, 512 * PAGE);
		ok(rss_anon_pages() == before, "n = %zu: unmapping the rest leaves nothing", n);
	}
}

static sigjmp_buf fault_escape;

static void escape(int signal)
{
	(void)signal;
	siglongjmp(fault_escape, 1);
}

static bool write_is_refused(char *at)
{
	signal(SIGSEGV, escape);
	if (sigsetjmp(fault_escape, 1))
		return true;
	*(volatile char *)at = 1;
	return false;
}

static void protect(void)
{
	EACH_SIZE(n) {
		char *area = area_at(512, 0);
		size_t half = (n + 1) / 2;
		unsigned char expected[512] = { 0 };
		bool good;

		pages_per_fault(n);
		area[0] = 1;
		/* The boundary lies inside a window that is there already... */
		mprotect(area, half * PAGE, PROT_READ);
		good = write_is_refused(area) && area[0] == 1;
		if (half < 512)
			good &= !write_is_refused(area + half * PAGE);
		mprotect(area, half * PAGE, PROT_READ | PROT_WRITE);
		good &= !write_is_refused(area);
		/* ...and inside one that isn't: it ends where the mapping does. */
		madvise(area, 512 * PAGE, MADV_DONTNEED);
		mprotect(area + half * PAGE, (512 - half) * PAGE, PROT_NONE);
		area[0] = 1;
		memset(expected, 1, half);
		good &= wrong_residency(area, 512, expected) < 0;
		good &= write_is_refused(area + half * PAGE);
		pages_per_fault(1);
		ok(good, "n = %zu: mprotect across a window", n);
		munmap(area, 512 * PAGE);
	}
}

static void move(void)
{
	EACH_SIZE(n) {
		char *area = area_at(512, 0), *target = area_at(600, 77), *moved, *grown;
		size_t offset = n / 2;
		long before = rss_anon_pages();
		bool good = true;

		pages_per_fault(n);
		for (size_t i = 0; i < 512; i++)
			area[i * PAGE] = (char)(i * 3 + 1);
		/* From the middle of a window to a place aligned in another way. */
		moved = mremap(area + offset * PAGE, 200 * PAGE, 200 * PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, target);
		good = moved == target;
		for (size_t i = 0; good && i < 200; i++)
			good = moved[i * PAGE] == (char)((i + offset) * 3 + 1);
		good &= rss_anon_pages() - before == 512;
		/* Larger, and touched where it is new: next to pages that are in use. */
		grown = mremap(moved, 200 * PAGE, 900 * PAGE, MREMAP_MAYMOVE);
		good &= grown != MAP_FAILED;
		for (size_t i = 200; good && i < 900; i += 50)
			grown[i * PAGE] = 'g';
		for (size_t i = 0; good && i < 200; i++)
			good = grown[i * PAGE] == (char)((i + offset) * 3 + 1);
		for (size_t i = 200; good && i < 900; i++)
			good = grown[i * PAGE] == (i % 50 ? 0 : 'g');
		pages_per_fault(1);
		munmap(grown, 900 * PAGE);
		munmap(area, 512 * PAGE);
		munmap(target, 600 * PAGE);
		ok(good && rss_anon_pages() == before, "n = %zu: mremap across a window", n);
	}
}

static void discard(void)
{
	EACH_SIZE(n) {
		char *area = area_at(512, 0);
		unsigned char expected[512];
		long before = rss_anon_pages();
		bool good;

		pages_per_fault(n);
		for (size_t i = 0; i < 512; i++)
			memset(area + i * PAGE, 'x', PAGE);
		memset(expected, 1, sizeof(expected));
		madvise(area + n / 2 * PAGE, PAGE, MADV_DONTNEED);
		madvise(area + 130 * PAGE, 250 * PAGE, MADV_DONTNEED);
		memset(expected + n / 2, 0, 1);
		memset(expected + 130, 0, 250);
		good = wrong_residency(area, 512, expected) < 0;
		for (size_t i = 0; i < 512; i += n)
			*(volatile char *)(area + i * PAGE) = 'y';
		*(volatile char *)(area + n / 2 * PAGE) = 0;
		for (size_t i = 0; i < 512; i++) {
			bool discarded = i == n / 2 || (i >= 130 && i < 380);

			good &= area[i * PAGE + 1] == (discarded ? 0 : 'x');
			good &= area[i * PAGE + PAGE - 1] == (discarded ? 0 : 'x');
		}
		pages_per_fault(1);
		good &= rss_anon_pages() - before <= 512;
		munmap(area, 512 * PAGE);
		ok(good && rss_anon_pages() == before, "n = %zu: MADV_DONTNEED inside windows", n);
	}
}

int main(int argc, char **argv)
{
	(void)argv;
	if (argc > 1)
		return pages_per_fault(1);
	if (!mpa_present()) {
		puts("Bail out! this kernel is not patched");
		return 1;
	}
	soil_free_memory(256 << 20);
	setting();
	fork_and_cow();
	partial_unmap();
	protect();
	move();
	discard();
	return tap_end();
}
