using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Bench.Interop.Syscalls;
using Bench.Interop.Time;

namespace Bench.Doctor;

/// <summary>What reading the clock costs, roughly; enough to tell the vDSO from a system call.</summary>
internal static unsafe class ClockCost
{
    private const int Calls = 2_000;
    private const int Rounds = 8;

    /// <summary>
    /// Nanoseconds per clock_gettime by the C library and by system call, the best of a few rounds; null where there is no raw call.
    /// </summary>
    [SupportedOSPlatform("linux")]
    public static (double ViaLibc, double ViaSyscall)? Measure()
    {
        if (RuntimeInformation.ProcessArchitecture is not (Architecture.X64 or Architecture.Arm64))
            return null;
        using var raw = RawSyscall.Create();
        nint number = SyscallNumbers.Current.ClockGettime;
        double viaLibc = double.MaxValue, viaSyscall = double.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            viaLibc = Math.Min(viaLibc, Time(ViaLibc));
            viaSyscall = Math.Min(viaSyscall, Time(() => ViaSyscall(raw, number)));
        }
        return (viaLibc, viaSyscall);
    }

    private static double Time(Action calls)
    {
        long start = Stopwatch.GetTimestamp();
        calls();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / Calls;
    }

    [SupportedOSPlatform("linux")]
    private static void ViaLibc()
    {
        timespec now;
        for (int call = 0; call < Calls; call++)
            Clock.clock_gettime(Clock.CLOCK_MONOTONIC, &now);
    }

    [SupportedOSPlatform("linux")]
    private static void ViaSyscall(RawSyscall raw, nint number)
    {
        timespec now;
        for (int call = 0; call < Calls; call++)
            raw.Call(number, Clock.CLOCK_MONOTONIC, (nint)(&now), 0, 0, 0);
    }
}
