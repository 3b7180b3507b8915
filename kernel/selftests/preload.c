// SPDX-License-Identifier: GPL-2.0
/*
 * Sets multi_page_alloc($PAGES_PER_FAULT) before a program's main(): exec starts every program with 1, so that the one
 * that launches it can't do it.
 */
#include <stdlib.h>
#include <unistd.h>

#include "../check/mpa.h"

static void __attribute__((constructor)) set_pages_per_fault(void)
{
	const char *pages = getenv("PAGES_PER_FAULT");

	if (pages && mpa_present())
		syscall(NR_multi_page_alloc, atol(pages));
}
