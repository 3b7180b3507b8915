// SPDX-License-Identifier: GPL-2.0
/* Two nodes: windows are on the node that their mapping is bound to, and move to the other. */
#define _GNU_SOURCE
#include <linux/mempolicy.h>

#include "crowd.h"

#define PAGES 1024
#define BOTH 3ul

static void bind_to(char *area, size_t pages, int node, unsigned int flags)
{
	unsigned long nodes = 1ul << node;

	must(syscall(SYS_mbind, area, pages * PAGE, MPOL_BIND, &nodes, 65ul, flags) == 0, "mbind");
}

/* How many of the pages that are there lie on a node, of `all`. */
static size_t pages_on(char *area, size_t pages, int node, size_t *all)
{
	void *page[pages];
	int where[pages];
	size_t count = 0;

	for (size_t i = 0; i < pages; i++)
		page[i] = area + i * PAGE;
	must(syscall(SYS_move_pages, 0, pages, page, NULL, where, 0) == 0, "move_pages");
	*all = 0;
	for (size_t i = 0; i < pages; i++) {
		*all += where[i] >= 0;
		count += where[i] == node;
	}
	return count;
}

static void bound(size_t n)
{
	for (int node = 0; node < 2; node++) {
		char *area = area_at(PAGES, 0);
		size_t there, all;

		bind_to(area, PAGES, node, 0);
		fill(area, PAGES, n);
		there = pages_on(area, PAGES, node, &all);
		ok(all && there == all, "n = %zu: windows are on the node that they are bound to, %d (%zu of %zu pages)", n, node, there, all);
		munmap(area, PAGES * PAGE);
	}
}

static void moved(size_t n)
{
	long before = held_pages_settled();
	char *area = area_at(PAGES, 0);
	unsigned long from = 1, to = 2;
	size_t there, all;

	bind_to(area, PAGES, 0, 0);
	fill(area, PAGES, n);
	bind_to(area, PAGES, 1, MPOL_MF_MOVE | MPOL_MF_STRICT);
	there = pages_on(area, PAGES, 1, &all);
	ok(all && there == all && !spoilt(area, 0, PAGES), "n = %zu: all of them move, as they were (%zu of %zu pages)", n, there, all);
	/* From the middle of a window to the middle of another. */
	bind_to(area + (1 + n / 2) * PAGE, 300, 0, MPOL_MF_MOVE | MPOL_MF_STRICT);
	there = pages_on(area + (1 + n / 2) * PAGE, 300, 0, &all);
	ok(all && there == all && !spoilt(area, 0, PAGES), "n = %zu: a part of them moves (%zu of %zu pages)", n, there, all);
	/* What is then empty is filled, on the node of its own mapping. */
	for (size_t i = 0; i < PAGES; i += 11)
		madvise(area + i * PAGE, 4 * PAGE, MADV_DONTNEED);
	fill(area, PAGES, n);
	there = pages_on(area + (1 + n / 2) * PAGE, 300, 0, &all);
	ok(there == all && !spoilt(area, 0, PAGES), "n = %zu: what is filled between them is on their node (%zu of %zu pages)", n, there, all);
	munmap(area, PAGES * PAGE);
	ok(held_pages() == before, "n = %zu: the process has the pages that it had (%+ld)", n, held_pages() - before);

	area = area_at(PAGES, 5);
	must(syscall(SYS_set_mempolicy, MPOL_PREFERRED, &from, 65ul) == 0, "set_mempolicy");
	fill(area, PAGES, n);
	must(syscall(SYS_set_mempolicy, MPOL_DEFAULT, NULL, 0ul) == 0, "set_mempolicy");
	must(syscall(SYS_migrate_pages, 0, 65ul, &from, &to) >= 0, "migrate_pages");
	there = pages_on(area, PAGES, 1, &all);
	ok(all && there == all && !spoilt(area, 0, PAGES), "n = %zu: they move with the process (%zu of %zu pages)", n, there, all);
	munmap(area, PAGES * PAGE);
}

static void to_and_fro(char *area, size_t pages)
{
	static int node;
	unsigned long nodes = 1ul << (node ^= 1);

	/* What is in somebody's hands stays where it is. */
	syscall(SYS_mbind, area, pages * PAGE, MPOL_BIND, &nodes, 65ul, MPOL_MF_MOVE);
}

int main(int argc, char **argv)
{
	static struct crowd threads = { .disturb = to_and_fro };
	double seconds = stated_seconds(argc, argv);

	if (!mpa_present()) {
		puts("Bail out! this kernel is not patched");
		return 1;
	}
	if (access("/sys/devices/system/node/node1", R_OK)) {
		skip("migrate", "one node");
		return tap_end();
	}
	soil_free_memory(256 << 20);
	EACH_ASKED(n) {
		stay_on(0);
		EACH_SETTING(all) {
			bound(n);
			moved(n);
		}
		stay_anywhere();
		crowd(&threads, n, seconds, "all of it moves to and fro between nodes", NULL);
	}
	return tap_end();
}
