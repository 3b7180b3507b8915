// SPDX-License-Identifier: GPL-2.0
/* Processes that prepared pages and end in different ways: all their memory returns. */
#define _GNU_SOURCE
#include <sched.h>
#include <signal.h>

#include "tap.h"

static const size_t sizes[] = { 1, 2, 3, 16, 24, 64, 100, 512 };

static void one_process(int round)
{
	size_t n = sizes[round % (sizeof(sizes) / sizeof(*sizes))];

	IN_CHILD({
		char *area = area_at(1100, round % 512);

		pages_per_fault(n);
		for (size_t i = 0; i < 1100; i += 1 + round % 97)
			area[i * PAGE] = 1;
		(void)*(volatile char *)(area + 1099 * PAGE);
		if (round % 5 == 1)
			munmap(area + 100 * PAGE, 77 * PAGE);
		if (round % 5 == 2 && fork() == 0)
			for (size_t i = 0; i < 1100; i += 3)
				area[i * PAGE] = 2;
		if (round % 5 == 3)
			madvise(area + 50 * PAGE, 500 * PAGE, MADV_DONTNEED);
		if (round % 5 == 4)
			raise(SIGKILL);
	});
}

static char stack[1 << 16] __attribute__((aligned(16)));

/* Touches window after window in the memory that it shares with its parent, until it is killed. */
static int touch_windows(void *area)
{
	for (;;) {
		for (size_t i = 0; i < 64; i++)
			*(volatile char *)((char *)area + i * HUGE) = 1;
		madvise(area, 64 * HUGE, MADV_DONTNEED);
	}
	return 0;
}

/* A window of 511 more pages isn't filled for who is killed meanwhile: among fifty, somebody is. */
static void killed(void)
{
	char *area = area_at(64 * 512, 0);
	int partial = 0;

	large_folios(false);
	pages_per_fault(512);
	for (int try = 0; try < 50 && !partial; try++) {
		pid_t child = clone(touch_windows, stack + sizeof(stack), CLONE_VM | SIGCHLD, area);

		must(child > 0, "clone");
		usleep(20000 + try * 777);
		kill(child, SIGKILL);
		waitpid(child, NULL, 0);
		for (size_t i = 0; i < 64; i++)
			partial += resident_pages(area + i * HUGE, 512) % 512 != 0;
		madvise(area, 64 * HUGE, MADV_DONTNEED);
	}
	pages_per_fault(1);
	large_folios(true);
	munmap(area, 64 * HUGE);
	ok(partial, "who is killed while a window is filled gets no more of it");
}

int main(int argc, char **argv)
{
	int processes = argc > 1 ? atoi(argv[1]) : 1000;
	long before, after;

	if (!mpa_present()) {
		puts("Bail out! this kernel is not patched");
		return 1;
	}
	killed();
	for (int i = 0; i < 100; i++)
		one_process(i);
	before = spare_pages_settled();
	for (int i = 0; i < processes; i++)
		one_process(i);
	after = spare_pages_settled();
	ok(before - after < MOST_LOST, "%d processes: all memory returns (%ld pages before, %ld after)", processes,
	   before, after);
	return tap_end();
}
