using System.Globalization;

namespace Bench.Tests.Suite;

/// <summary>What signals mean to the processes that tests start.</summary>
internal static class Signals
{
    public const int HangUp = 1, Interrupt = 2, Kill = 9;

    /// <summary>For a test that sends it to what it starts.</summary>
    public static void SkipWhereIgnored(int number) =>
        Assert.SkipWhen(Ignored(number), $"whoever started the tests has them ignore signal {number}");

    // Inherited through exec: a shell without job control has its background commands ignore SIGINT (signal(7), proc_pid_status(5)).
    private static bool Ignored(int number)
    {
        string mask =
            File.ReadLines("/proc/self/status").Single(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))["SigIgn:".Length..]
                .Trim();
        return (ulong.Parse(mask, NumberStyles.HexNumber, CultureInfo.InvariantCulture) >> (number - 1) & 1) != 0;
    }
}
