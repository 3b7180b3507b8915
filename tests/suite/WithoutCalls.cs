using System.Globalization;
using System.Runtime.InteropServices;
using Bench.Commands;
using Bench.Interop;
using Bench.Interop.Scheduling;
using Bench.Interop.Syscalls;

namespace Bench.Tests.Suite;

/// <summary>
/// The suite in a process that is refused some system calls, as containers refuse them: seccomp(2) with a filter on all of its threads. A
/// verb of the tests' own executable, since a filter can't be taken off again.
/// </summary>
internal static unsafe class WithoutCalls
{
    public const string Verb = "without-calls";

    private const int PR_SET_NO_NEW_PRIVS = 38;
    private const nint SECCOMP_SET_MODE_FILTER = 1;
    private const nint SECCOMP_FILTER_FLAG_TSYNC = 1;

    // linux/bpf_common.h, linux/seccomp.h
    private const ushort LoadWord = 0x20, JumpIfEqual = 0x15, Return = 0x06;
    private const uint Allow = 0x7fff0000, RefuseWithErrno = 0x00050000;

    /// <summary>Arguments: the numbers refused, with commas between; the errno; then the suite's.</summary>
    public static int Run(string[] args)
    {
        Refuse([.. args[0].Split(',').Select(uint.Parse)], uint.Parse(args[1], CultureInfo.InvariantCulture));
        return new RunSuite(Console.Out, Console.Error).Run(args[2..]);
    }

    private static void Refuse(uint[] numbers, uint errno)
    {
        Instruction[] filter =
        [
            new(LoadWord, 0, 0, 0),
            // A match jumps over the other comparisons and the word that allows.
            .. numbers.Select((number, i) => new Instruction(JumpIfEqual, (byte)(numbers.Length - i), 0, number)),
            new(Return, 0, 0, Allow),
            new(Return, 0, 0, RefuseWithErrno | errno),
        ];
        fixed (Instruction* first = filter)
        {
            var program = new Program { Length = (ushort)filter.Length, Filter = first };
            _ = Prctl.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
            nint number = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 317 : 277;
            if (Libc.syscall(number, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, (nint)(&program), 0, 0, 0) != 0)
                throw SystemError.Last("seccomp");
        }
    }

    private readonly record struct Instruction(ushort Code, byte IfTrue, byte IfFalse, uint Value);

    private struct Program
    {
        public ushort Length;
        public Instruction* Filter;
    }
}
