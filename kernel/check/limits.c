// SPDX-License-Identifier: GPL-2.0
/*
 * Where a fault must be what it was without the patch: userfaultfd, locked memory, growing stacks; and where memory
 * ends: a cgroup at its limit, allocations that fail.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/userfaultfd.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/stat.h>

#include "tap.h"

static const size_t sizes[] = { 1, 2, 3, 4, 16, 24, 64, 100, 512 };
#define SIZES (sizeof(sizes) / sizeof(*sizes))
#define CGROUP "/sys/fs/cgroup/check"

struct uffd {
	int fd;
	int events;
};

static void *serve(void *argument)
{
	struct uffd *uffd = argument;
	struct uffd_msg message;

	while (read(uffd->fd, &message, sizeof(message)) == sizeof(message)) {
		struct uffdio_zeropage zero = {
			.range = { message.arg.pagefault.address & -PAGE, PAGE },
		};

		if (message.event != UFFD_EVENT_PAGEFAULT)
			break;
		uffd->events++;
		ioctl(uffd->fd, UFFDIO_ZEROPAGE, &zero);
	}
	return NULL;
}

static int uffd_open(char *area, size_t pages, uint64_t mode)
{
	struct uffdio_api api = { .api = UFFD_API };
	struct uffdio_register range = { .range = { (uintptr_t)area, pages * PAGE }, .mode = mode };
	int fd = syscall(SYS_userfaultfd, O_CLOEXEC);

	if (mode & UFFDIO_REGISTER_MODE_WP)
		api.features = UFFD_FEATURE_PAGEFAULT_FLAG_WP;
	must(fd >= 0 && ioctl(fd, UFFDIO_API, &api) == 0 && ioctl(fd, UFFDIO_REGISTER, &range) == 0, "userfaultfd");
	return fd;
}

static void userfault(void)
{
	for (size_t i = 0; i < SIZES; i++) {
		size_t n = sizes[i];
		char *area = area_at(512, 0);
		struct uffd uffd = { .fd = uffd_open(area, 512, UFFDIO_REGISTER_MODE_MISSING) };
		struct uffdio_range range = { (uintptr_t)area, 512 * PAGE };
		pthread_t thread;
		size_t resident;

		pthread_create(&thread, NULL, serve, &uffd);
		pages_per_fault(n);
		for (size_t page = 0; page < 512; page += 8) {
			if (page % 16)
				(void)*(volatile char *)(area + page * PAGE);
			else
				*(volatile char *)(area + page * PAGE) = 1;
		}
		pages_per_fault(1);
		resident = resident_pages(area, 512);
		ok(resident == 64 && uffd.events == 64, "n = %zu: userfaultfd sees every page (%d events, %zu resident)",
		   n, uffd.events, resident);
		pthread_cancel(thread);
		pthread_join(thread, NULL);
		ioctl(uffd.fd, UFFDIO_UNREGISTER, &range);
		close(uffd.fd);
		pages_per_fault(n);
		madvise(area, 512 * PAGE, MADV_DONTNEED);
		area[0] = 1;
		pages_per_fault(1);
		ok(resident_pages(area, 512) == n, "n = %zu: windows are back after userfaultfd", n);

		uffd.fd = uffd_open(area, 512, UFFDIO_REGISTER_MODE_WP);
		madvise(area, 512 * PAGE, MADV_DONTNEED);
		pages_per_fault(n);
		area[8 * PAGE] = 1;
		pages_per_fault(1);
		ok(resident_pages(area, 512) == 1, "n = %zu: armed for write protection, a fault is for one page", n);
		close(uffd.fd);
		munmap(area, 512 * PAGE);
	}
}

/* Whether a write to page 3 of the area's 512 brings one page, and a read of page 200 another one. */
static int page_by_page(char *area, size_t n)
{
	size_t written, read;

	pages_per_fault(n);
	area[3 * PAGE] = 1;
	written = resident_pages(area, 512);
	(void)*(volatile char *)(area + 200 * PAGE);
	read = resident_pages(area, 512);
	pages_per_fault(1);
	return written == 1 && read == 2;
}

static void locked(void)
{
	for (size_t i = 0; i < SIZES; i++) {
		size_t n = sizes[i];
		char *area = area_at(512, 0);

		must(mlock2(area, 512 * PAGE, MLOCK_ONFAULT) == 0, "mlock2");
		ok(page_by_page(area, n), "n = %zu: memory locked on fault is prepared page by page", n);
		munlock(area, 512 * PAGE);
		pages_per_fault(n);
		area[0] = 1;
		pages_per_fault(1);
		/* Page 3 has its place in the window already, or is outside it. */
		ok(resident_pages(area, 512) == (n < 4 ? n + 2 : n < 201 ? n + 1 : n),
		   "n = %zu: windows are back after munlock", n);
		munmap(area, 512 * PAGE);
		area = area_at(512, 0);
		pages_per_fault(n);
		ok(mlock(area, 512 * PAGE) == 0 && resident_pages(area, 512) == 512, "n = %zu: mlock populates all", n);
		pages_per_fault(1);
		munmap(area, 512 * PAGE);
	}
}

static long stack_vma_pages(char *inside)
{
	FILE *maps = fopen("/proc/self/maps", "r");
	char line[256];
	long pages = -1;

	while (maps && fgets(line, sizeof(line), maps)) {
		unsigned long from, to;

		if (sscanf(line, "%lx-%lx", &from, &to) == 2 && from <= (uintptr_t)inside && (uintptr_t)inside < to)
			pages = (to - from) / PAGE;
	}
	if (maps)
		fclose(maps);
	return pages;
}

static int __attribute__((noinline)) dig(int depth)
{
	volatile char frame[4096];

	frame[0] = (char)depth;
	return depth ? dig(depth - 1) + frame[0] : frame[0];
}

static void stacks(void)
{
	for (size_t i = 0; i < SIZES; i++) {
		size_t n = sizes[i];
		char *area = area_at(1024, 0), *top = area + 1024 * PAGE, *stack = top - 16 * PAGE;
		long pages;
		size_t resident;

		munmap(area, 1024 * PAGE);
		stack = mmap(stack, 16 * PAGE, PROT_READ | PROT_WRITE,
			     MAP_PRIVATE | MAP_ANONYMOUS | MAP_GROWSDOWN | MAP_FIXED, -1, 0);
		must(stack == top - 16 * PAGE, "mmap of a growing area");
		pages_per_fault(n);
		*(volatile char *)(top - 1) = 1;
		for (int page = 17; page <= 40; page++)
			*(volatile char *)(top - page * PAGE) = 1;
		pages_per_fault(1);
		pages = stack_vma_pages(top - 1);
		resident = resident_pages(top - pages * PAGE, pages);
		ok(pages == 40 && resident == 25, "n = %zu: a growing area grows page by page (%ld pages, %zu resident)",
		   n, pages, resident);
		munmap(top - pages * PAGE, pages * PAGE);
		ok(IN_CHILD(pages_per_fault(n); dig(1000)) == 0, "n = %zu: the stack grows by 4 MiB", n);
	}
}

/* Who wants no large folios wants no window either; a thread's stack can't be told from that. */
static void unadvised(void)
{
	for (size_t i = 0; i < SIZES; i++) {
		size_t n = sizes[i];
		char *area = area_at(512, 0);

		madvise(area, 512 * PAGE, MADV_NOHUGEPAGE);
		ok(page_by_page(area, n), "n = %zu: MADV_NOHUGEPAGE, a fault is for one page", n);
		munmap(area, 512 * PAGE);
	}
}

#define IDLE 100

static void *idle(void *barrier)
{
	pthread_barrier_wait(barrier);
	pthread_barrier_wait(barrier);
	return NULL;
}

/* What an idle thread takes, in pages. */
static long idle_threads(size_t n)
{
	pthread_barrier_t barrier;
	pthread_t thread[IDLE];
	long before, grown;

	pthread_barrier_init(&barrier, NULL, IDLE + 1);
	rss_anon_pages();
	before = rss_anon_pages();
	pages_per_fault(n);
	for (int i = 0; i < IDLE; i++)
		must(pthread_create(&thread[i], NULL, idle, &barrier) == 0, "pthread_create");
	pthread_barrier_wait(&barrier);
	pages_per_fault(1);
	grown = rss_anon_pages() - before;
	printf("# n = %zu: %d idle threads take %ld kB\n", n, IDLE, grown * (long)PAGE / 1024);
	fflush(stdout);
	grown = (grown + IDLE / 2) / IDLE;
	pthread_barrier_wait(&barrier);
	for (int i = 0; i < IDLE; i++)
		pthread_join(thread[i], NULL);
	return grown < 127 ? grown : 127;
}

static void thread_stacks(void)
{
	int alone = IN_CHILD(_exit(idle_threads(1)));

	for (size_t i = 1; i < SIZES; i++) {
		int pages = IN_CHILD(_exit(idle_threads(sizes[i])));

		/* The heap that glibc describes threads in has windows; it is one for all. */
		ok(pages <= alone + (int)(sizes[i] / IDLE), "n = %zu: an idle thread takes what it takes with n = 1 (%d pages; %d)",
		   sizes[i], pages, alone);
	}
}

struct shared {
	long touched;
	long wrong;
};

/* Touch page after page until the cgroup's limit kills the process; what was reached is left in shared memory. */
static int fill_cgroup(size_t n, bool large, size_t limit_pages, struct shared *shared)
{
	shared->touched = shared->wrong = 0;
	return IN_CHILD({
		char pid[16];
		char *area;

		snprintf(pid, sizeof(pid), "%d", getpid());
		/*
		 * Each processor on which the group is charged keeps a stock of up to 64 pages that it hasn't used yet (MEMCG_CHARGE_BATCH).
		 * Before somebody is killed all stocks are given back, but nobody waits for those of other processors.
		 */
		stay_on(0);
		must(put(CGROUP "/cgroup.procs", pid) == 0, "cgroup.procs");
		area = area_at(2 * limit_pages, 5);
		large_folios(large);
		pages_per_fault(n);
		for (size_t i = 0; i < 2 * limit_pages; i++) {
			shared->wrong += *(volatile uint64_t *)(area + i * PAGE + 64) != 0;
			*(volatile char *)(area + i * PAGE) = 1;
			shared->touched++;
		}
	});
}

static void memory_limit(void)
{
	size_t limit = (64ul << 20) / PAGE;
	struct shared *shared = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	long alone = 0;

	shared->touched = 0;
	put("/sys/fs/cgroup/cgroup.subtree_control", "+memory");
	must(mkdir(CGROUP, 0755) == 0 && put(CGROUP "/memory.max", "64M") == 0, "memory cgroup");
	/* Where there is swap, it would be used first. */
	put(CGROUP "/memory.swap.max", "0");
	for (int large = 1; large >= 0; large--)
		for (size_t i = 0; i < SIZES; i++) {
			size_t n = sizes[i];
			int status = fill_cgroup(n, large, limit, shared);
			long left;

			if (n == 1)
				alone = shared->touched;
			ok(status == 128 + SIGKILL && !shared->wrong && shared->touched >= alone - 2 &&
			   shared->touched > (long)limit * 9 / 10,
			   "n = %zu%s: as much of 64 MiB can be used as page by page (%ld pages; %ld with n = 1)",
			   n, large ? "" : ", no large folios", shared->touched, alone);
			for (int wait = 0; wait < 50 && (left = field(CGROUP "/memory.current", "")) > 1 << 20; wait++)
				usleep(20000);
			ok(left <= 1 << 20, "n = %zu%s: the cgroup is empty afterwards (%ld KiB)", n,
			   large ? "" : ", no large folios", left / 1024);
		}
	ok(rmdir(CGROUP) == 0, "the cgroup can be removed");
}

/* The debug build's fault injection fails what isn't allowed to wait, as preparing pages never is. */
static void failing_allocations(void)
{
	static const char dir[] = "/sys/kernel/debug/fail_page_alloc/";
	static const char *const settings[][2] = {
		{ "task-filter", "Y" }, { "times", "-1" }, { "min-order", "0" }, { "verbose", "0" },
		{ "ignore-gfp-highmem", "N" }, { "ignore-gfp-wait", "Y" }, { "interval", "1" },
	};
	char path[96];

	if (access(dir, R_OK)) {
		skip("allocations that fail", "no CONFIG_FAIL_PAGE_ALLOC");
		return;
	}
	for (size_t i = 0; i < sizeof(settings) / sizeof(*settings); i++) {
		snprintf(path, sizeof(path), "%s%s", dir, settings[i][0]);
		must(put(path, settings[i][1]) == 0, path);
	}
	snprintf(path, sizeof(path), "%sprobability", dir);
	for (int probability = 20; probability <= 100; probability += 40)
		for (size_t i = 0; i < SIZES; i++) {
			size_t n = sizes[i], resident = 0;
			char *area = area_at(2048, 0);
			long before, wrong = 0, counted;
			char value[8];

			snprintf(value, sizeof(value), "%d", probability);
			before = rss_anon_pages();
			put(path, value);
			put("/proc/self/make-it-fail", "1");
			pages_per_fault(n);
			for (size_t page = 0; page < 2048; page += 7)
				*(volatile char *)(area + page * PAGE) = 0;
			pages_per_fault(1);
			put("/proc/self/make-it-fail", "0");
			put(path, "0");
			counted = rss_anon_pages() - before;
			resident = resident_pages(area, 2048);
			for (size_t page = 0; page < 2048; page++)
				wrong += !page_is(area + page * PAGE, 0);
			/* The last pages of `wrong` were read just now, and cost nothing. */
			ok(!wrong && counted == (long)resident && (probability < 100 || resident == 293),
			   "n = %zu: %d %% of allocations fail and no fault does (%zu pages resident)",
			   n, probability, resident);
			munmap(area, 2048 * PAGE);
		}
}

int main(void)
{
	if (!mpa_present()) {
		puts("Bail out! this kernel is not patched");
		return 1;
	}
	soil_free_memory(256 << 20);
	userfault();
	locked();
	stacks();
	unadvised();
	thread_stacks();
	memory_limit();
	failing_allocations();
	return tap_end();
}
