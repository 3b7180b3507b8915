// SPDX-License-Identifier: GPL-2.0
/*
 * counted PROGRAM [ARGUMENT...]: runs a program between two marks, and writes what getrusage(2) says of it and how it ended to
 * counted.csv. Its own part of what is counted is a fork, until the program's first instruction, and a wait.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "mark.h"

#define TEXT_OF(...) #__VA_ARGS__
#define BYTES(...) ".byte " TEXT_OF(__VA_ARGS__)

int main(int argc, char **argv)
{
	FILE *file = argc > 1 ? fopen("/results/counted.csv", "w") : NULL;
	struct rusage usage;
	int status;
	pid_t child;

	if (!file) {
		fputs("counted PROGRAM [ARGUMENT...], in the guest\n", stderr);
		return 2;
	}
	asm volatile(BYTES(MARK));
	child = vfork();
	if (child == 0) {
		execvp(argv[1], argv + 1);
		_exit(127);
	}
	if (child < 0 || wait4(child, &status, 0, &usage) != child) {
		perror("counted");
		return 2;
	}
	asm volatile(BYTES(MARK));
	status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
	fputs("status,peak KiB,minor faults,major faults\n", file);
	fprintf(file, "%d,%ld,%ld,%ld\n", status, usage.ru_maxrss, usage.ru_minflt, usage.ru_majflt);
	return fclose(file) ? 2 : 0;
}
