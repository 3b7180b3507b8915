using System.Runtime.InteropServices;
using Bench.Commands;
using Bench.Interop;
using Bench.Interop.Scheduling;
using Bench.Interop.Syscalls;

namespace Bench.Tests.Suite;

/// <summary>
/// The suite in a process that is refused some system calls, as containers refuse them: seccomp(2) with a filter on all of its threads. A verb
/// of the tests' own executable, since a filter can't be taken off again.
/// </summary>
internal static unsafe class WithoutCalls
{
    public const string Verb = "without-userfaultfd-and-perf";

    private const int PR_SET_NO_NEW_PRIVS = 38;
    private const nint SECCOMP_SET_MODE_FILTER = 1;
    private const nint SECCOMP_FILTER_FLAG_TSYNC = 1;

    // linux/bpf_common.h, linux/seccomp.h
    private const ushort LoadWord = 0x20, JumpIfEqual = 0x15, Return = 0x06;
    private const uint Allow = 0x7fff0000, RefuseWithEperm = 0x00050000 | Errno.EPERM;

    public static int Run(string[] args)
    {
        Refuse(SyscallNumbers.Current.Userfaultfd, SyscallNumbers.Current.PerfEventOpen);
        return new RunSuite(Console.Out, Console.Error).Run(args);
    }

    private static void Refuse(int first, int second)
    {
        Instruction* filter = stackalloc Instruction[]
        {
            new(LoadWord, 0, 0, 0),
            new(JumpIfEqual, 2, 0, (uint)first),
            new(JumpIfEqual, 1, 0, (uint)second),
            new(Return, 0, 0, Allow),
            new(Return, 0, 0, RefuseWithEperm),
        };
        var program = new Program { Length = 5, Filter = filter };
        _ = Prctl.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
        nint number = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 317 : 277;
        if (Libc.syscall(number, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, (nint)(&program), 0, 0, 0) != 0)
            throw SystemError.Last("seccomp");
    }

    private readonly record struct Instruction(ushort Code, byte IfTrue, byte IfFalse, uint Value);

    private struct Program
    {
        public ushort Length;
        public Instruction* Filter;
    }
}
