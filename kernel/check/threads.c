// SPDX-License-Identifier: GPL-2.0
/* Many threads fault in one window at once, while another discards it or forks. */
#define _GNU_SOURCE
#include <pthread.h>
#include <stdatomic.h>

#include "tap.h"

#define THREADS 8
#define PAGES 512

/* The first one, not reported, is for the program's own pages: stacks, and data written for the first time. */
static const size_t sizes[] = { 1, 2, 3, 16, 24, 100, 512 };
static pthread_barrier_t begin, end;
static char *area;
static size_t pages;
static atomic_bool stop, disturb;
static atomic_long wrong;

static void *toucher(void *argument)
{
	size_t self = (size_t)argument;

	for (;;) {
		pthread_barrier_wait(&begin);
		if (stop)
			return NULL;
		for (size_t i = self; i < pages; i += THREADS) {
			volatile uint64_t *word = (uint64_t *)(area + i * PAGE) + self;

			/* Every page belongs to one thread here: what it wrote must stay, unless somebody discards. */
			*word = i + 1;
			if (!disturb && *word != i + 1)
				wrong++;
		}
		pthread_barrier_wait(&end);
	}
}

int main(int argc, char **argv)
{
	int rounds = argc > 1 ? atoi(argv[1]) : 100;
	pthread_t thread[THREADS];
	long spare_before = 0, spare_after;

	if (!mpa_present()) {
		puts("Bail out! this kernel is not patched");
		return 1;
	}
	soil_free_memory(256 << 20);
	printf("# %d threads, %d rounds\n", THREADS, rounds);
	pthread_barrier_init(&begin, NULL, THREADS + 1);
	pthread_barrier_init(&end, NULL, THREADS + 1);
	for (size_t i = 0; i < THREADS; i++)
		pthread_create(&thread[i], NULL, toucher, (void *)i);

	for (size_t s = 0; s < sizeof(sizes) / sizeof(*sizes); s++) {
		size_t n = sizes[s];
		long before, leaked = 0, dirty = 0;

		if (s == 1)
			spare_before = spare_pages_settled();
		before = rss_anon_pages();
		wrong = 0;
		pages_per_fault(n);
		for (int round = 0; round < rounds; round++) {
			/* One window that all threads want, then a whole page table. */
			pages = round % 2 ? PAGES : n;
			area = area_at(PAGES, 0);
			disturb = false;
			pthread_barrier_wait(&begin);
			pthread_barrier_wait(&end);
			for (size_t i = 0; i < pages; i++)
				for (size_t t = 0; t < PAGE / 8; t++)
					dirty += ((uint64_t *)(area + i * PAGE))[t] != (t == i % THREADS ? i + 1 : 0);
			munmap(area, PAGES * PAGE);
			leaked += rss_anon_pages() != before;
		}
		if (s > 0)
			ok(!wrong && !dirty, "n = %zu: %d threads in one window, every write is in its page", n, THREADS);
		if (s > 0)
			ok(!leaked, "n = %zu: RssAnon returns to where it was", n);
		for (int round = 0; round < rounds; round++) {
			pages = PAGES;
			area = area_at(PAGES, 0);
			disturb = true;
			pthread_barrier_wait(&begin);
			for (int i = 0; i < 20; i++)
				madvise(area + (i * 37 % 256) * PAGE, 256 * PAGE, MADV_DONTNEED);
			if (round % 10 == 0)
				wrong += IN_CHILD(memset(area, 1, PAGES * PAGE)) != 0;
			pthread_barrier_wait(&end);
			munmap(area, PAGES * PAGE);
			leaked += rss_anon_pages() != before;
		}
		pages_per_fault(1);
		if (s > 0)
			ok(!wrong && !leaked, "n = %zu: the same while windows are discarded and the process forks", n);
	}
	/* Who comes second to a window gives back what it prepared. */
	spare_after = spare_pages_settled();
	ok(spare_before - spare_after < MOST_LOST, "all memory returns (%ld pages before, %ld after)", spare_before, spare_after);
	stop = true;
	pthread_barrier_wait(&begin);
	for (size_t i = 0; i < THREADS; i++)
		pthread_join(thread[i], NULL);
	return tap_end();
}
