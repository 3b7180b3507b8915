// SPDX-License-Identifier: GPL-2.0
/* userfaultfd's write protection of what windows have filled: each write to a protected page is seen, and no other page is. */
#define _GNU_SOURCE
#include <linux/userfaultfd.h>
#include <sys/ioctl.h>

#include "crowd.h"

/* Of linux/userfaultfd.h. */
#ifndef UFFD_FEATURE_WP_UNPOPULATED
#define UFFD_FEATURE_WP_UNPOPULATED (1 << 13)
#endif

#define PAGES 1024

static int uffd;
static atomic_long events, outside;

static int protect_pages(char *area, size_t pages, bool protected)
{
	struct uffdio_writeprotect range = {
		.range = { (uintptr_t)area, pages * PAGE },
		.mode = protected ? UFFDIO_WRITEPROTECT_MODE_WP : 0,
	};

	return ioctl(uffd, UFFDIO_WRITEPROTECT, &range);
}

/* Lets each write through that it is asked about, and that page only. */
static void *let_through(void *argument)
{
	struct uffd_msg message;

	(void)argument;
	while (read(uffd, &message, sizeof(message)) == sizeof(message)) {
		char *page = (char *)(message.arg.pagefault.address & -PAGE);

		events++;
		if (message.event != UFFD_EVENT_PAGEFAULT || !(message.arg.pagefault.flags & UFFD_PAGEFAULT_FLAG_WP))
			outside++;
		while (protect_pages(page, 1, false) && errno == EAGAIN)
			;
	}
	return NULL;
}

static void armed(char *area, size_t pages)
{
	struct uffdio_register range = { .range = { (uintptr_t)area, pages * PAGE }, .mode = UFFDIO_REGISTER_MODE_WP };

	must(ioctl(uffd, UFFDIO_REGISTER, &range) == 0, "UFFDIO_REGISTER");
}

static void watched(size_t n)
{
	char *area = area_at(PAGES, 0);
	size_t resident;
	long before, repeated;

	fill(area, PAGES, n);
	armed(area, PAGES);
	must(protect_pages(area, PAGES, true) == 0, "UFFDIO_WRITEPROTECT");
	pages_per_fault(n);
	events = outside = 0;
	for (size_t i = 0; i < PAGES; i += 8)
		area[i * PAGE] = content(i);
	before = events;
	for (size_t i = 0; i < PAGES; i += 8)
		area[i * PAGE + 1] = content(i);
	repeated = events - before;
	ok(before == PAGES / 8 && !repeated && !outside,
	   "n = %zu: each write to a protected page of a window is seen once (%ld of %lu, %ld again)", n, before, PAGES / 8, repeated);
	for (size_t i = 0; i < PAGES; i += 8)
		if (!content(i))
			area[i * PAGE] = area[i * PAGE + 1] = 0;
	ok(spoilt(area, 0, PAGES) == 0, "n = %zu: all pages hold what they held", n);

	/* Emptied and protected: an empty page is protected, too, and what a write brings is that page alone. */
	madvise(area, PAGES * PAGE, MADV_DONTNEED);
	must(protect_pages(area, PAGES, true) == 0, "UFFDIO_WRITEPROTECT");
	events = 0;
	for (size_t i = 0; i < PAGES; i += 16)
		area[i * PAGE] = 1;
	resident = pages_with(area, PAGES, PAGEMAP_PRESENT);
	ok(events == PAGES / 16 && resident == PAGES / 16,
	   "n = %zu: each write to an empty one is seen, and brings one page (%ld of %lu, %zu present)", n, (long)events, PAGES / 16, resident);
	pages_per_fault(1);
	munmap(area, PAGES * PAGE);

	/* Empty and not protected; there is no room for a huge page in it. */
	area = area_at(400, 5);
	armed(area, 400);
	pages_per_fault(n);
	for (size_t i = 0; i < 400; i += 16)
		area[i * PAGE] = 1;
	resident = pages_with(area, 400, PAGEMAP_PRESENT);
	pages_per_fault(1);
	ok(resident == 25, "n = %zu: a mapping that is watched has no windows (%zu of 25 pages)", n, resident);
	munmap(area, 400 * PAGE);
}

static void protect_some(char *area, size_t pages)
{
	protect_pages(area, pages, true);
	usleep(1000);
}

/* A third of the pages is there before, by windows, which an armed mapping has none of. */
static void half_filled(char *area, size_t pages)
{
	pages_per_fault(512);
	for (size_t i = 0; i < pages / 2; i += 16)
		area[i * PAGE + 2000] = 0;
	pages_per_fault(1);
	armed(area, pages);
}

int main(int argc, char **argv)
{
	struct uffdio_api api = { .api = UFFD_API, .features = UFFD_FEATURE_PAGEFAULT_FLAG_WP | UFFD_FEATURE_WP_UNPOPULATED };
	static struct crowd threads = { .disturb = protect_some };
	double seconds = stated_seconds(argc, argv);
	pthread_t thread;

	if (!mpa_present()) {
		puts("Bail out! this kernel is not patched");
		return 1;
	}
	soil_free_memory(256 << 20);
	uffd = syscall(SYS_userfaultfd, O_CLOEXEC);
	must(uffd >= 0 && ioctl(uffd, UFFDIO_API, &api) == 0, "userfaultfd");
	must(pthread_create(&thread, NULL, let_through, NULL) == 0, "pthread_create");
	EACH_ASKED(n) {
		EACH_SETTING(all)
			watched(n);
		crowd(&threads, n, seconds, "all of it is write-protected", half_filled);
	}
	return tap_end();
}
