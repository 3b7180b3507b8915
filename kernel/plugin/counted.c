// SPDX-License-Identifier: GPL-2.0
/*
 * counted FILE PROGRAM [ARGUMENT...]: runs a program between two marks, and writes to FILE how it ended, what getrusage(2) says of it and
 * the memory that its control group had at its peak (memory.peak: of all its processes, with page tables and with files that are kept in
 * memory). Its own part of what is counted is a fork, until the program's first instruction, and a wait.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "mark.h"

#define TEXT_OF(...) #__VA_ARGS__
#define BYTES(...) ".byte " TEXT_OF(__VA_ARGS__)

/* In KiB; 0: there is no such group, or a kernel before 5.19. */
static long peak_of_group(void)
{
	char group[256] = "", path[320];
	FILE *file = fopen("/proc/self/cgroup", "r");
	long bytes = 0;

	if (file) {
		if (fscanf(file, "0::%255s", group) != 1)
			group[0] = '\0';
		fclose(file);
	}
	snprintf(path, sizeof(path), "/sys/fs/cgroup%s/memory.peak", group);
	file = fopen(path, "r");
	if (file) {
		if (fscanf(file, "%ld", &bytes) != 1)
			bytes = 0;
		fclose(file);
	}
	return bytes / 1024;
}

int main(int argc, char **argv)
{
	FILE *file = argc > 2 ? fopen(argv[1], "w") : NULL;
	struct rusage usage;
	int status;
	pid_t child;

	if (!file) {
		fputs("counted FILE PROGRAM [ARGUMENT...], in the guest\n", stderr);
		return 2;
	}
	asm volatile(BYTES(MARK));
	child = vfork();
	if (child == 0) {
		execvp(argv[2], argv + 2);
		_exit(127);
	}
	if (child < 0 || wait4(child, &status, 0, &usage) != child) {
		perror("counted");
		return 2;
	}
	asm volatile(BYTES(MARK));
	status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
	fputs("status,peak KiB,minor faults,major faults,peak KiB of the group\n", file);
	fprintf(file, "%d,%ld,%ld,%ld,%ld\n", status, usage.ru_maxrss, usage.ru_minflt, usage.ru_majflt, peak_of_group());
	return fclose(file) ? 2 : 0;
}
