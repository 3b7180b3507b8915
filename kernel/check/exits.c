// SPDX-License-Identifier: GPL-2.0
/* Processes that prepared pages and end in different ways: all their memory returns. */
#define _GNU_SOURCE
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

int main(int argc, char **argv)
{
	int processes = argc > 1 ? atoi(argv[1]) : 1000;
	long before, after;

	if (!mpa_present()) {
		puts("Bail out! this kernel is not patched");
		return 1;
	}
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
