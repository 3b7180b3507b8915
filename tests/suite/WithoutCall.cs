using System.Globalization;
using System.Runtime.InteropServices;
using Bench.Commands;
using Bench.Interop;
using Bench.Interop.Scheduling;

namespace Bench.Tests.Suite;

/// <summary>The suite where a seccomp filter forbids a system call, as containers do (seccomp(2)).</summary>
internal static unsafe class WithoutCall
{
    public const string Verb = "without-call";

    private const int PR_SET_SECCOMP = 22, PR_SET_NO_NEW_PRIVS = 38;
    private const nuint SECCOMP_MODE_FILTER = 2;
    private const uint SECCOMP_RET_ERRNO = 0x00050000, SECCOMP_RET_ALLOW = 0x7fff0000;
    private const ushort LoadWord = 0x20, JumpIfEqual = 0x15, Return = 0x06;

    public static int Run(string[] args)
    {
        Forbid(uint.Parse(args[0], CultureInfo.InvariantCulture), uint.Parse(args[1], CultureInfo.InvariantCulture));
        return CommandLine.Run(args[2..]);
    }

    private static void Forbid(uint number, uint errno)
    {
        Instruction* filter = stackalloc Instruction[]
        {
            new(LoadWord, 0, 0, 0), // seccomp_data.nr
            new(JumpIfEqual, 0, 1, number),
            new(Return, 0, 0, SECCOMP_RET_ERRNO | errno),
            new(Return, 0, 0, SECCOMP_RET_ALLOW),
        };
        var program = new Program { Length = 4, Filter = filter };
        if (Prctl.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || Prctl.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, (nuint)(&program), 0, 0) != 0)
            throw SystemError.Last("prctl");
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Instruction(ushort Code, byte IfTrue, byte IfFalse, uint Value);

    [StructLayout(LayoutKind.Sequential)]
    private struct Program
    {
        public ushort Length;
        public Instruction* Filter;
    }
}
