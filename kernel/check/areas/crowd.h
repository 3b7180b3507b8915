/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Threads that write, look at and discard pages for a stated time, while something is done to the same pages. Blocks of eight pages belong
 * to one thread each, so that what it wrote must be there, and most windows belong to several.
 */
#ifndef CROWD_H
#define CROWD_H

#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdatomic.h>
#include <time.h>

#include "area.h"

#define CROWD 4
#define CROWD_PAGES 1536
#define CROWD_BLOCK 8
#define ROUND_SECONDS 0.25

struct crowd {
	char *area;
	/* What is done to the area, again and again; how often it was. */
	void (*disturb)(char *area, size_t pages);
	long turns;
	/* What the owner of a page may do to it when it has written it; whether it is lost then. */
	bool (*harm)(char *page);
	/* Whether what was written may be gone, and zero then. */
	bool may_forget;
	/* Pages that SIGBUS may be raised for. */
	bool broken[CROWD_PAGES];
	uint64_t expected[CROWD_PAGES];
	atomic_bool stop;
	atomic_long wrong;
	atomic_long done;
};

struct member {
	struct crowd *crowd;
	unsigned int self;
	pthread_t thread;
};

static __thread sigjmp_buf crowd_escape;
static __thread atomic_bool crowd_escaping;

static inline void crowd_bus_error(int signal)
{
	(void)signal;
	if (crowd_escaping)
		siglongjmp(crowd_escape, 1);
}

static inline bool crowd_holds(const struct crowd *crowd, uint64_t word, uint64_t expected)
{
	return word == expected || (crowd->may_forget && !word);
}

/* One look at a page of one's own, and what is then done to it. */
static inline void crowd_own(struct crowd *crowd, size_t page, uint64_t random)
{
	volatile uint64_t *word = (uint64_t *)(crowd->area + page * PAGE);
	size_t first = page / CROWD_BLOCK * CROWD_BLOCK;

	if (!crowd_holds(crowd, word[0], crowd->expected[page]) || !crowd_holds(crowd, word[511], crowd->expected[page]) || word[200])
		crowd->wrong++;
	if (random % 8 == 0) {
		madvise(crowd->area + page * PAGE, PAGE, MADV_DONTNEED);
		crowd->expected[page] = 0;
	} else if (random % 8 == 1) {
		madvise(crowd->area + first * PAGE, CROWD_BLOCK * PAGE, MADV_DONTNEED);
		memset(crowd->expected + first, 0, CROWD_BLOCK * sizeof(uint64_t));
	} else if (random % 8 < 6) {
		crowd->expected[page] = (page + 1) << 32 | (random & 0xffffffff);
		word[0] = crowd->expected[page];
		word[511] = crowd->expected[page];
		if (crowd->harm && random / 8 % 8 == 0) {
			/* SIGBUS may come before this returns. */
			crowd->broken[page] = true;
			crowd->broken[page] = crowd->harm(crowd->area + page * PAGE);
		}
	}
}

/* Who was told that a page is broken gives it back, and has an empty one. */
static inline void crowd_lost(struct crowd *crowd, size_t page)
{
	if (!crowd->broken[page])
		crowd->wrong++;
	madvise(crowd->area + page * PAGE, PAGE, MADV_DONTNEED);
	crowd->expected[page] = 0;
}

/* What a signal's handler takes of a stack is taken before: at a thread's end glibc gives back all but 16 KiB of it. */
static __attribute__((noinline)) void crowd_stack(void)
{
	volatile char deep[16 << 10];

	for (size_t i = 0; i < sizeof(deep); i += PAGE / 2)
		deep[i] = 0;
}

static inline void *crowd_member(void *argument)
{
	struct member *member = argument;
	struct crowd *crowd = member->crowd;
	volatile uint64_t seed = member->self * 2654435761u + 1;
	volatile size_t page = 0;
	uint64_t word;

	crowd_stack();
	while (!crowd->stop) {
		seed = seed * 6364136223846793005ull + 1442695040888963407ull;
		page = (seed >> 33) % CROWD_PAGES;
		if (sigsetjmp(crowd_escape, 1)) {
			crowd_escaping = false;
			if (page / CROWD_BLOCK % CROWD == member->self)
				crowd_lost(crowd, page);
			continue;
		}
		crowd_escaping = true;
		if (page / CROWD_BLOCK % CROWD == member->self) {
			crowd_own(crowd, page, seed >> 40);
		} else {
			word = *(volatile uint64_t *)(crowd->area + page * PAGE);
			if (word && word >> 32 != page + 1)
				crowd->wrong++;
		}
		crowd_escaping = false;
		crowd->done++;
	}
	return NULL;
}

static inline double crowd_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec + t.tv_nsec / 1e9;
}

/* What is left when nobody writes any more is what each wrote last. */
static inline void crowd_look(struct crowd *crowd)
{
	for (volatile size_t page = 0; page < CROWD_PAGES; page++) {
		volatile uint64_t *word = (uint64_t *)(crowd->area + page * PAGE);

		if (sigsetjmp(crowd_escape, 1)) {
			crowd_escaping = false;
			crowd->wrong += !crowd->broken[page];
			continue;
		}
		crowd_escaping = true;
		for (size_t i = 0; i < 512; i++)
			crowd->wrong += i == 0 || i == 511 ? !crowd_holds(crowd, word[i], crowd->expected[page]) : word[i] != 0;
		crowd_escaping = false;
	}
}

/* In rounds, as only an area that is new has room for windows of whole page tables. */
static inline void crowd_round(struct crowd *crowd, void (*prepare)(char *area, size_t pages), size_t n)
{
	struct member member[CROWD];
	pthread_attr_t small;
	double end;

	crowd->area = area_at(CROWD_PAGES, 0);
	memset(crowd->expected, 0, sizeof(crowd->expected));
	memset(crowd->broken, 0, sizeof(crowd->broken));
	crowd->stop = false;
	if (prepare)
		prepare(crowd->area, CROWD_PAGES);
	pthread_attr_init(&small);
	pthread_attr_setstacksize(&small, 64 << 10);
	pages_per_fault(n);
	for (unsigned int i = 0; i < CROWD; i++) {
		member[i] = (struct member){ .crowd = crowd, .self = i };
		must(pthread_create(&member[i].thread, &small, crowd_member, &member[i]) == 0, "pthread_create");
	}
	for (end = crowd_now() + ROUND_SECONDS; crowd_now() < end; crowd->turns++)
		crowd->disturb(crowd->area, CROWD_PAGES);
	crowd->stop = true;
	for (unsigned int i = 0; i < CROWD; i++)
		pthread_join(member[i].thread, NULL);
	pages_per_fault(1);
	crowd_look(crowd);
	munmap(crowd->area, CROWD_PAGES * PAGE);
}

/* The check itself; `what` is what is done meanwhile, `prepare` what is done before to each new area. */
static inline void crowd(struct crowd *crowd, size_t n, double seconds, const char *what, void (*prepare)(char *area, size_t pages))
{
	long before, left;

	signal(SIGBUS, crowd_bus_error);
	crowd->wrong = crowd->done = crowd->turns = 0;
	/* The threads' stacks are kept for the next ones, but for what is deep in them. */
	held_pages_settled();
	crowd_round(crowd, prepare, n);
	before = held_pages();
	for (double end = crowd_now() + seconds; crowd_now() < end;)
		crowd_round(crowd, prepare, n);
	left = held_pages() - before;
	signal(SIGBUS, SIG_DFL);
	ok(!crowd->wrong && crowd->turns && crowd->done,
	   "n = %zu: %d threads write, look and discard for %g s while %s (%ld times; %ld looks, %ld wrong)", n, CROWD, seconds, what,
	   crowd->turns, (long)crowd->done, (long)crowd->wrong);
	ok(left == 0, "n = %zu: afterwards the process has the pages that it had (%+ld)", n, left);
}

#endif
