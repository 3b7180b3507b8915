// SPDX-License-Identifier: GPL-2.0
/*
 * A plugin of QEMU's that counts the instructions of every function of the guest's kernel, by who called it, for a guest of one x86-64
 * processor that counts instructions (-icount).
 *
 *	-plugin functions.so,symbols=System.map,output=FILE
 *
 * A user's program reads its clock by rdtsc, and the guest's nanoseconds are instructions: what is executed between two rdtsc is what the
 * program measures. So a rdtsc outside the kernel ends an interval, and the marker costs nothing of its own. FILE has for each interval
 *
 *	interval INSTRUCTIONS
 *	NODE INSTRUCTIONS CALLS		for each node that had some
 *
 * and a line "mark" where a program executes the instruction that mark.h names, which ends an interval, too,
 * and, before it is used first, "node NODE PARENT FUNCTION" for each function under each of its callers. Node 0 is all that isn't the
 * kernel; a function that was entered from there has parent 0.
 *
 * QEMU calls back at the beginning of each block of instructions and wherever a block goes on into another function. How many instructions
 * came before is read from a counter that each of them increments, as a block may end early, by a fault. An instruction that faults
 * increments it twice, since it is executed again; QEMU's clock, that must agree, knows it once.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mark.h"
#include "qemu-plugin.h"

#define EXPORT __attribute__((visibility("default")))
#define KERNEL_TEXT 0xffffffff80000000ull
#define MODULES 0xffffffffc0000000ull
#define MOST_FRAMES 512

EXPORT int qemu_plugin_version = 1;

struct function {
	const char *name;
	bool entry;	/* the processor itself goes there: an exception or an interrupt */
	bool fault;	/* ... by an instruction that is executed again */
	bool change;	/* it changes to another thread's stack */
};

struct symbol {
	uint64_t start;
	bool local;
	struct function *function;
};

enum end { GOES_ON, CALLS, RETURNS, LEAVES };

/* Instructions of one function that are executed one after the other. */
struct block {
	struct function *function;	/* NULL: not the kernel */
	uint64_t start, next;
	enum end end;
	bool first;			/* it begins where the function does */
	size_t count;
	uint64_t addresses[];
};

/* A function under one of its callers. */
struct node {
	struct function *function;
	struct node *parent, *child, *sibling;
	uint64_t id, instructions, calls;
	bool listed;
};

struct frame {
	struct node *node;
	uint64_t back;	/* where it returns to; 0: it was entered by the processor */
	bool jumped;	/* by a jump of what lies below it, for whom it returns */
};

/* What a thread of the kernel has on its stack. */
struct thread {
	uint64_t id;
	struct thread *next;
	size_t depth;
	struct frame frames[MOST_FRAMES];
};

static struct symbol *symbols;
static size_t symbol_count;
static FILE *output;

static uint64_t executed, seen, nodes;
static struct node user;
static struct node *now = &user;
static struct thread first;
static struct thread *thread = &first;
static struct thread *coming;	/* runs from the next block on; NULL: the same */
static bool changing;
static struct block nowhere;
static struct block *before = &nowhere;
static enum end ended;	/* how, if it came to its end: a fault or access to a device may have kept it from that */
static uint64_t again;	/* a user's instruction that may be executed again; 0: none */
static struct node **listed;
static size_t listed_count, listed_room;

static void *must(void *memory)
{
	if (memory)
		return memory;
	perror("functions.so");
	exit(1);
}

/* --- the kernel's functions */

/* Of several names of one address the first counts: one that is not local, in alphabetical order. */
static int by_start(const void *left, const void *right)
{
	const struct symbol *x = left, *y = right;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return x->local != y->local ? x->local - y->local : strcmp(x->function->name, y->function->name);
}

static int by_name(const void *left, const void *right)
{
	return strcmp((*(struct function *const *)left)->name, (*(struct function *const *)right)->name);
}

static bool begins(const char *name, const char *with)
{
	return strncmp(name, with, strlen(with)) == 0;
}

/* Functions of one name are one: the compiler's parts of it (x.cold, x.isra.0), and the few that are called alike. */
static void merge(void)
{
	struct function **all = must(malloc(symbol_count * sizeof(*all)));

	for (size_t i = 0; i < symbol_count; i++)
		all[i] = symbols[i].function;
	qsort(all, symbol_count, sizeof(*all), by_name);
	for (size_t i = 0; i < symbol_count; i++)
		symbols[i].function = *(struct function **)bsearch(&symbols[i].function, all, symbol_count, sizeof(*all), by_name);
	free(all);
}

/* The linker's own, at the ends of a part of the kernel. */
static bool is_mark(const char *name)
{
	const char *end = strstr(name, "_text_");

	return begins(name, "__pfx_") || (end && (strcmp(end, "_text_start") == 0 || strcmp(end, "_text_end") == 0));
}

static void add(uint64_t start, bool local, char *name)
{
	static size_t room;
	struct function *function = must(calloc(1, sizeof(*function)));

	if (symbol_count == room)
		symbols = must(realloc(symbols, (room = 2 * room + 1024) * sizeof(*symbols)));
	name[strcspn(name + 1, ".") + 1] = '\0';
	function->name = must(strdup(name));
	function->entry = begins(name, "asm_exc_") || begins(name, "asm_sysvec_") || begins(name, "asm_common_interrupt") ||
		begins(name, "asm_spurious_interrupt");
	function->change = strcmp(name, "__switch_to_asm") == 0;
	function->fault = begins(name, "asm_exc_") && !strstr(name, "debug") && !strstr(name, "nmi") && !strstr(name, "int3");
	symbols[symbol_count++] = (struct symbol){ start, local, function };
}

static int read_symbols(const char *path)
{
	FILE *file = fopen(path, "r");
	char name[256], type;
	unsigned long long start;

	if (!file) {
		fprintf(stderr, "functions.so: %s: can't be read\n", path);
		return -1;
	}
	while (fscanf(file, "%llx %c %255s%*[^\n]", &start, &type, name) == 3) {
		if (strchr("tTwW", type) && start >= KERNEL_TEXT && !is_mark(name))
			add(start, type == 't', name);
	}
	fclose(file);
	if (!symbol_count) {
		fprintf(stderr, "functions.so: %s: no function of a kernel in it\n", path);
		return -1;
	}
	add(MODULES, true, strcpy(name, "(module)"));
	qsort(symbols, symbol_count, sizeof(*symbols), by_start);
	merge();
	return 0;
}

/* The last symbol that begins at or before an address; NULL for what isn't the kernel's. */
static struct symbol *find(uint64_t address)
{
	size_t low = 0, high = symbol_count;

	if (address < KERNEL_TEXT)
		return NULL;
	while (low < high) {
		size_t middle = (low + high) / 2;

		if (symbols[middle].start <= address)
			low = middle + 1;
		else
			high = middle;
	}
	while (low > 1 && symbols[low - 2].start == symbols[low - 1].start)
		low--;
	return low ? &symbols[low - 1] : NULL;
}

/* --- who called whom */

static struct node *under(struct node *parent, struct function *function)
{
	struct node *node;

	for (node = parent->child; node; node = node->sibling)
		if (node->function == function)
			return node;
	node = must(calloc(1, sizeof(*node)));
	*node = (struct node){ .function = function, .parent = parent, .sibling = parent->child, .id = ++nodes };
	parent->child = node;
	fprintf(output, "node %llu %llu %s\n", (unsigned long long)node->id, (unsigned long long)parent->id, function->name);
	return node;
}

static void list(struct node *node)
{
	if (node->listed)
		return;
	if (listed_count == listed_room)
		listed = must(realloc(listed, (listed_room = 2 * listed_room + 64) * sizeof(*listed)));
	node->listed = true;
	listed[listed_count++] = node;
}

static void enter(struct node *parent, struct function *function, uint64_t back, bool jumped)
{
	now = under(parent, function);
	now->calls++;
	list(now);
	/* Deeper than any stack: what was left without a return. */
	if (thread->depth == MOST_FRAMES)
		thread->depth = 0;
	thread->frames[thread->depth++] = (struct frame){ now, back, jumped };
}

static void enter_first(struct function *function)
{
	thread->depth = 0;
	enter(&user, function, 0, false);
}

/* Where no known call led to: the processor has changed to a thread that was never seen before. */
static void enter_other(struct function *function)
{
	static struct function other = { .name = "another_thread" };

	enter_first(&other);
	enter(now, function, 0, false);
}

/* Back to an address, or (0) out of an exception. */
static bool leave_to(uint64_t back)
{
	size_t at = thread->depth;

	while (at > 0 && thread->frames[at - 1].back != back)
		at--;
	if (!at)
		return false;
	while (at > 1 && thread->frames[at - 1].jumped)
		at--;
	thread->depth = at - 1;
	if (!thread->depth)
		return false;
	now = thread->frames[thread->depth - 1].node;
	return true;
}

/* Instead of what is called last: into the middle of another function, or on into the one that follows. */
static void replace(struct function *function)
{
	now = under(now->parent, function);
	thread->frames[thread->depth - 1].node = now;
}

static void in_kernel(const struct block *block)
{
	if (block->first && block->function->entry) {
		if (block->function->fault)
			now->instructions--;
		/* An interrupt that waited for the return to a program comes before the program's next instruction. */
		if (ended == LEAVES && !leave_to(0))
			enter_first(block->function);
		else
			enter(now, block->function, 0, false);
	} else if (ended == CALLS && block->start != before->next) {
		enter(now, block->function, before->next, false);
	} else if (ended == RETURNS || ended == LEAVES) {
		if (!leave_to(ended == RETURNS ? block->start : 0))
			enter_other(block->function);
	} else if (!thread->depth) {
		enter_other(block->function);
	} else if (block->function == now->function) {
		return;
	} else if (block->first && block->start != before->next) {
		enter(now, block->function, thread->frames[thread->depth - 1].back, true);
	} else {
		replace(block->function);
		now->calls++;
	}
	if (now->function != block->function)
		replace(block->function);
	changing = block->first && block->function->change;
	list(now);
}

/* The first that __switch_to_asm loads is the stack of the thread that comes next, from where that thread keeps it. */
static void at_load(unsigned int cpu, qemu_plugin_meminfo_t info, uint64_t address, void *data)
{
	struct thread *next = first.next;

	(void)cpu;
	(void)info;
	(void)data;
	if (!changing)
		return;
	changing = false;
	while (next && next->id != address)
		next = next->next;
	if (!next) {
		next = must(calloc(1, sizeof(*next)));
		*next = (struct thread){ .id = address, .next = first.next };
		first.next = next;
	}
	coming = next;
}

static void from_user(const struct block *block, uint64_t count)
{
	again = 0;
	if (block->first && block->function->fault && count) {
		if (count < before->count) {
			user.instructions--;
		} else {
			/* The last one of its block, or the fetch of what follows it: which, is seen when it goes on. */
			again = before->addresses[count - 1];
		}
	}
	enter_first(block->function);
}

static void to_user(const struct block *block)
{
	if (again && block->start == again) {
		user.instructions--;
		list(&user);
	}
	again = 0;
	thread->depth = 0;
	now = &user;
}

static uint64_t settle(void)
{
	uint64_t count = executed - seen;

	now->instructions += count;
	seen = executed;
	if (count)
		list(now);
	return count;
}

static void at_block(unsigned int cpu, void *data)
{
	struct block *block = data;
	uint64_t count = settle();

	(void)cpu;
	ended = count < before->count ? GOES_ON : before->end;
	if (coming) {
		thread = coming;
		coming = NULL;
		if (thread->depth)
			now = thread->frames[thread->depth - 1].node;
	}
	if (block->function && before->function)
		in_kernel(block);
	else if (block->function)
		from_user(block, count);
	else if (before->function)
		to_user(block);
	before = block;
}

static void at_clock(unsigned int cpu, void *data)
{
	uint64_t all = 0;

	(void)cpu;
	(void)data;
	settle();
	for (size_t i = 0; i < listed_count; i++)
		all += listed[i]->instructions;
	fprintf(output, "interval %llu\n", (unsigned long long)all);
	for (size_t i = 0; i < listed_count; i++) {
		struct node *node = listed[i];

		fprintf(output, "%llu %lld %llu\n", (unsigned long long)node->id, (long long)node->instructions, (unsigned long long)node->calls);
		node->instructions = node->calls = 0;
		node->listed = false;
	}
	listed_count = 0;
}

static void at_mark(unsigned int cpu, void *data)
{
	at_clock(cpu, data);
	fputs("mark\n", output);
}

/* --- what is executed */

static enum end end_of(const uint8_t *code, size_t size)
{
	size_t at = 0;

	while (at + 1 < size && (code[at] == 0xf2 || code[at] == 0xf3 || code[at] == 0x3e || code[at] == 0x2e || (code[at] & 0xf0) == 0x40))
		at++;
	switch (code[at]) {
	case 0xe8:
		return CALLS;
	case 0xff:
		return at + 1 < size && (code[at + 1] >> 3 & 7) == 2 ? CALLS : GOES_ON;
	case 0xc2:
	case 0xc3:
		return RETURNS;
	case 0xcf:
		return LEAVES;
	case 0x0f:
		return at + 1 < size && code[at + 1] == 0x07 ? LEAVES : GOES_ON;
	default:
		return GOES_ON;
	}
}

static bool reads_clock(const uint8_t *code, size_t size)
{
	return (size == 2 && code[0] == 0x0f && code[1] == 0x31) || (size == 3 && code[0] == 0x0f && code[1] == 0x01 && code[2] == 0xf9);
}

static bool is_mark_of_program(const uint8_t *code, size_t size)
{
	static const uint8_t mark[] = { MARK };

	return size == sizeof(mark) && memcmp(code, mark, size) == 0;
}

static void at_translation(qemu_plugin_id_t id, struct qemu_plugin_tb *tb)
{
	size_t count = qemu_plugin_tb_n_insns(tb);
	struct block *block = NULL;

	(void)id;
	for (size_t i = 0; i < count; i++) {
		struct qemu_plugin_insn *insn = qemu_plugin_tb_get_insn(tb, i);
		uint64_t address = qemu_plugin_insn_vaddr(insn);
		const uint8_t *code = qemu_plugin_insn_data(insn);
		size_t size = qemu_plugin_insn_size(insn);
		struct symbol *symbol = find(address);
		struct function *function = symbol ? symbol->function : NULL;

		if (!block || block->function != function) {
			block = must(calloc(1, sizeof(*block) + (count - i) * sizeof(uint64_t)));
			block->function = function;
			block->start = address;
			block->first = symbol && symbol->start == address;
			if (i)
				qemu_plugin_register_vcpu_insn_exec_cb(insn, at_block, QEMU_PLUGIN_CB_NO_REGS, block);
			else
				qemu_plugin_register_vcpu_tb_exec_cb(tb, at_block, QEMU_PLUGIN_CB_NO_REGS, block);
		}
		block->addresses[block->count++] = address;
		block->next = address + size;
		block->end = end_of(code, size);
		if (!function && reads_clock(code, size))
			qemu_plugin_register_vcpu_insn_exec_cb(insn, at_clock, QEMU_PLUGIN_CB_NO_REGS, NULL);
		if (!function && is_mark_of_program(code, size))
			qemu_plugin_register_vcpu_insn_exec_cb(insn, at_mark, QEMU_PLUGIN_CB_NO_REGS, NULL);
		if (function && function->change)
			qemu_plugin_register_vcpu_mem_cb(insn, at_load, QEMU_PLUGIN_CB_NO_REGS, QEMU_PLUGIN_MEM_R, NULL);
		qemu_plugin_register_vcpu_insn_exec_inline(insn, QEMU_PLUGIN_INLINE_ADD_U64, &executed, 1);
	}
}

static void at_exit(qemu_plugin_id_t id, void *data)
{
	(void)id;
	(void)data;
	if (fflush(output) || ferror(output))
		perror("functions.so: output");
}

EXPORT int qemu_plugin_install(qemu_plugin_id_t id, const qemu_info_t *info, int argc, char **argv)
{
	const char *map = NULL, *path = NULL;

	for (int i = 0; i < argc; i++) {
		if (begins(argv[i], "symbols="))
			map = argv[i] + strlen("symbols=");
		else if (begins(argv[i], "output="))
			path = argv[i] + strlen("output=");
	}
	if (!map || !path || strcmp(info->target_name, "x86_64") || info->system.max_vcpus > 1) {
		fputs("functions.so: for qemu-system-x86_64 with one processor; symbols=FILE,output=FILE\n", stderr);
		return -1;
	}
	if (read_symbols(map))
		return -1;
	output = fopen(path, "w");
	if (!output) {
		perror(path);
		return -1;
	}
	qemu_plugin_register_vcpu_tb_trans_cb(id, at_translation);
	qemu_plugin_register_atexit_cb(id, at_exit, NULL);
	return 0;
}
