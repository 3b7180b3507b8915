/*
 * The suite's loops, in C: what `fidelity` compares the C# ones with. Each has its C# twin's shape:
 * same counts, same unrolling, same array of steps.
 */
#include <stdint.h>
#include <unistd.h>

static inline long system_call(long number)
{
#if defined(__x86_64__)
	long result;

	__asm__ volatile("syscall" : "=a"(result) : "a"(number) : "rcx", "r11", "memory");
	return result;
#elif defined(__aarch64__)
	register long x8 __asm__("x8") = number;
	register long x0 __asm__("x0");

	__asm__ volatile("svc #0" : "=r"(x0) : "r"(x8) : "memory");
	return x0;
#else
#error "x86-64 and arm64 only"
#endif
}

/* SyscallLoop.Run over a stub */
long null_call_inline(long number, long calls)
{
	long result = 0;

	for (long i = 0; i < calls; i++)
		result = system_call(number);
	return result;
}

/* SyscallLoop.Run over libc's syscall() */
long null_call_libc(long number, long calls)
{
	long result = 0;

	for (long i = 0; i < calls; i++)
		result = syscall(number);
	return result;
}

/* The empty asm keeps the call: a function without any effect may be dropped even where it may not be inlined. */
static __attribute__((noinline)) void empty(void)
{
	__asm__ volatile("");
}

/* PlainCall.Run */
void plain_call(long calls)
{
	for (long i = 0; i < calls; i += 8) {
		empty(); empty(); empty(); empty();
		empty(); empty(); empty(); empty();
	}
}

/* TouchLoop.Run */
void touch(unsigned char *region, const int32_t *steps, long count, int page_size)
{
	int shift = __builtin_ctz((unsigned int)page_size);
	const int32_t *end = steps + count;

	for (const int32_t *step = steps; step < end; step++)
		region[(uintptr_t)(uint32_t)*step << shift] = 1;
}
