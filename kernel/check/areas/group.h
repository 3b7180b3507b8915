/* SPDX-License-Identifier: GPL-2.0 */
/* A memory cgroup of the program's own, whose memory can be reclaimed for the asking. */
#ifndef GROUP_H
#define GROUP_H

#include <sys/stat.h>

#include "tap.h"

#define GROUP "/sys/fs/cgroup/reclaimed"

static inline void join_group(void)
{
	char pid[16];

	snprintf(pid, sizeof(pid), "%d", getpid());
	put("/sys/fs/cgroup/cgroup.subtree_control", "+memory");
	must(mkdir(GROUP, 0755) == 0 && put(GROUP "/cgroup.procs", pid) == 0, "memory cgroup");
}

static inline void leave_group(void)
{
	char pid[16];

	snprintf(pid, sizeof(pid), "%d", getpid());
	must(put("/sys/fs/cgroup/cgroup.procs", pid) == 0, "cgroup.procs");
	rmdir(GROUP);
}

/* Ask for so many pages; there may be fewer. */
static inline void reclaim(size_t pages)
{
	char bytes[24];

	snprintf(bytes, sizeof(bytes), "%zu", pages * PAGE);
	put(GROUP "/memory.reclaim", bytes);
}

#endif
