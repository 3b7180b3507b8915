// SPDX-License-Identifier: GPL-2.0
/*
 * What a page costs to touch for the first time, and what a system call costs. Meant for a guest in which a
 * nanosecond is an instruction; says "instructions" and means nothing elsewhere. Prints CSV: per operation, how many operations,
 * and the count of them all, by which scripts/profiles finds the round that counts in what QEMU saw.
 */
#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "fragment.h"
#include "mpa.h"

#define PAGES 8192
#define CALLS 2000

static uint32_t order[PAGES];

static uint64_t now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000000000ull + t.tv_nsec;
}

static void fill_order(int random)
{
	uint64_t seed = 1;

	for (uint32_t i = 0; i < PAGES; i++)
		order[i] = i;
	for (uint32_t i = PAGES - 1; random && i > 0; i--) {
		uint32_t j, swap = order[i];

		seed = seed * 6364136223846793005ull + 1442695040888963407ull;
		j = (seed >> 33) % (i + 1);
		order[i] = order[j];
		order[j] = swap;
	}
}

static void write_pages(char *area)
{
	for (uint32_t i = 0; i < PAGES; i++)
		*(volatile char *)(area + (size_t)order[i] * PAGE) = 1;
}

static void read_pages(char *area)
{
	for (uint32_t i = 0; i < PAGES; i++)
		(void)*(volatile char *)(area + (size_t)order[i] * PAGE);
}

/* 16 pages a call, each of them written afterwards. */
static void populate_pages(char *area)
{
	for (uint32_t i = 0; i < PAGES; i += 16) {
		if (madvise(area + i * PAGE, 16 * PAGE, MADV_POPULATE_WRITE)) {
			perror("MADV_POPULATE_WRITE");
			exit(1);
		}
		for (uint32_t j = i; j < i + 16; j++)
			*(volatile char *)(area + j * PAGE) = 1;
	}
}

static uint64_t touch_once(const char *name, int random, int advice, void (*touch_all)(char *))
{
	size_t size = (size_t)PAGES * PAGE;
	char *map = mmap(NULL, size + HUGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	char *area = (char *)(((uintptr_t)map + HUGE - 1) & -(uintptr_t)HUGE);
	uint64_t start;

	if (map == MAP_FAILED || madvise(area, size, advice)) {
		perror(name);
		exit(1);
	}
	fill_order(random);
	start = now();
	touch_all(area);
	start = now() - start;
	munmap(map, size + HUGE);
	return start;
}

/*
 * What the first round frees is what the others get, so it doesn't count; of the others the least does, as the clock's ticks
 * fall where they fall.
 */
static void touch(const char *name, int n, int random, int advice, void (*touch_all)(char *))
{
	uint64_t least = UINT64_MAX;

	for (int round = 0; round < 4; round++) {
		uint64_t count = touch_once(name, random, advice, touch_all);

		if (round > 0 && count < least)
			least = count;
	}
	printf("%s,%d,%s,%.2f,%d,%lu\n", name, n, random ? "random" : "sequential", (double)least / PAGES, PAGES, least);
}

static void calls(const char *name, long number, long argument)
{
	uint64_t least = UINT64_MAX;

	for (int round = 0; round < 20; round++) {
		uint64_t start = now(), count;

		for (int i = 0; i < CALLS; i++) {
			register long rax asm("rax") = number;

			asm volatile("syscall" : "+r"(rax) : "D"(argument) : "rcx", "r11", "memory");
		}
		count = now() - start;
		if (count < least)
			least = count;
	}
	printf("syscall,%s,,%.2f,%d,%lu\n", name, (double)least / CALLS, CALLS, least);
}

/* Before 6.8 there were huge pages only. */
static void touch_mthp(int n, int random)
{
	if (mthp(n, "madvise") && n < 512)
		return;
	touch("mthp", n, random, MADV_HUGEPAGE, write_pages);
	mthp(n, "never");
}

/* For scripts/bisect: what one boot more has to tell, in a tenth of the time. */
static int few(void)
{
	touch("fault", 1, 0, MADV_NORMAL, write_pages);
	touch_mthp(16, 0);
	calls("getpid", SYS_getpid, 0);
	return 0;
}

/* What windows cost that consist of single pages: because the process wants no larger folios, or as there is no memory for them. */
static void single_pages(void)
{
	static const int sizes[] = { 4, 16, 64, 512 };
	struct fragmented memory;

	prctl(PR_SET_THP_DISABLE, 1, 0, 0, 0);
	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		syscall(NR_multi_page_alloc, sizes[i]);
		touch("single", sizes[i], 0, MADV_NORMAL, write_pages);
	}
	prctl(PR_SET_THP_DISABLE, 0, 0, 0, 0);
	syscall(NR_multi_page_alloc, 1);
	memory = fragment_memory(PAGES + PAGES / 2);
	touch("fragmented", 1, 0, MADV_NORMAL, write_pages);
	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		syscall(NR_multi_page_alloc, sizes[i]);
		touch("fragmented", sizes[i], 0, MADV_NORMAL, write_pages);
		prctl(PR_SET_THP_DISABLE, 1, 0, 0, 0);
		touch("fragmented_single", sizes[i], 0, MADV_NORMAL, write_pages);
		prctl(PR_SET_THP_DISABLE, 0, 0, 0, 0);
	}
	syscall(NR_multi_page_alloc, 1);
	defragment_memory(&memory);
}

int main(int argc, char **argv)
{
	static const int sizes[] = { 1, 2, 3, 4, 8, 16, 24, 32, 64, 100, 128, 256, 512 };
	int patched = mpa_present();

	for (int n = 4; n <= 512; n *= 2)
		mthp(n, "never");
	puts("case,size,order,instructions,operations,all");
	if (argc > 1 && strcmp(argv[1], "few") == 0)
		return few();
	for (int random = 0; random < 2; random++) {
		for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
			if (sizes[i] > 1 && !patched)
				continue;
			if (patched)
				syscall(NR_multi_page_alloc, sizes[i]);
			touch("multi_page_alloc", sizes[i], random, MADV_NORMAL, write_pages);
		}
		if (patched)
			syscall(NR_multi_page_alloc, 1);
		for (int n = 4; n <= 512; n *= 2)
			touch_mthp(n, random);
	}
	touch("populate", 16, 0, MADV_NORMAL, populate_pages);
	touch("read", 1, 0, MADV_NORMAL, read_pages);
	if (patched)
		single_pages();
	/* As a kernel comes up: the suite, which runs next, has a row for it. */
	mthp(512, "inherit");
	calls("unassigned", 699, 0);
	calls("getpid", SYS_getpid, 0);
	calls("getppid", SYS_getppid, 0);
	if (patched) {
		calls("hello_kernel", NR_hello_kernel, 0);
		calls("multi_page_alloc", NR_multi_page_alloc, 1);
	}
	return 0;
}
