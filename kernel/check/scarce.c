// SPDX-License-Identifier: GPL-2.0
/* Where there is memory, but none for large folios: what is tried, how often, and what is not done for it. */
#define _GNU_SOURCE
#include "fragment.h"
#include "tap.h"

static const size_t sizes[] = { 4, 16, 24, 64, 512 };
#define SIZES (sizeof(sizes) / sizeof(*sizes))
#define THP "/sys/kernel/mm/transparent_hugepage/"

static long fallbacks(int smallest, int largest)
{
	long sum = 0;

	for (int n = smallest; n <= largest; n *= 2)
		sum += mthp_count(n, "anon_fault_fallback");
	return sum;
}

int main(void)
{
	struct fragmented memory;

	if (!mpa_present()) {
		puts("Bail out! this kernel is not patched");
		return 1;
	}
	for (int n = 4; n <= 512; n *= 2)
		mthp(n, "never");
	memory = fragment_memory(16384);
	/* Synchronous compaction for whoever gets a huge page from sysfs, which nobody here does. */
	must(put(THP "defrag", "always") == 0, "defrag");
	for (size_t i = 0; i < SIZES; i++) {
		size_t n = sizes[i], first = n / 2;
		char *area = area_at(512, 0);
		long tried = fallbacks(4, 512), twice = 0, stalls = named("/proc/vmstat", "compact_stall");
		long before[513], reclaimed = named("/proc/vmstat", "pgscan_direct");

		for (int k = 4; k <= 512; k *= 2)
			before[k] = mthp_count(k, "anon_fault_fallback");
		pages_per_fault(n);
		area[first * PAGE] = 1;
		pages_per_fault(1);
		for (int k = 4; k <= 512; k *= 2)
			twice += mthp_count(k, "anon_fault_fallback") - before[k] > 1;
		tried = fallbacks(4, 512) - tried;
		ok(resident_pages(area, 512) == n, "n = %zu: a window of single pages is filled", n);
		ok(tried > 0 && !twice, "n = %zu: no order is tried twice, and what was tried is counted (%ld times)", n, tried);
		ok(named("/proc/vmstat", "compact_stall") == stalls && named("/proc/vmstat", "pgscan_direct") == reclaimed,
		   "n = %zu: nothing is compacted or reclaimed for a window", n);
		munmap(area, 512 * PAGE);
	}
	put(THP "defrag", "madvise");
	defragment_memory(&memory);
	mthp(512, "inherit");
	return tap_end();
}
