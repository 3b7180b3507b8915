using Bench.Settings;

namespace Bench.Tests.Settings;

/// <summary>A process that changes a setting and then ends as it is told, or waits to be killed.</summary>
internal static class HoldSettings
{
    public const string Verb = "hold-settings";

    /// <summary>Printed by a handler like BenchmarkDotNet's, which must still run on Ctrl-C.</summary>
    public const string OtherHandlerRan = "the other handler ran";

    public static string Benchmarks => Path.Combine(AppContext.BaseDirectory, "Benchmarks.dll");

    public static int Run(string[] args)
    {
        if (args is not [var path, var value, var ending])
            return 2;
        Console.CancelKeyPress += (_, _) => Console.Out.WriteLine(OtherHandlerRan);
        var guard = SettingsGuard.TryAcquire(TimeSpan.FromSeconds(30), Console.Out.WriteLine, out string reason, Benchmarks);
        if (guard is null)
        {
            Console.Out.WriteLine(reason);
            return 1;
        }
        guard.Change([new SettingChange(path, value)]);
        Console.Out.WriteLine($"holding {guard.GuardianId}");
        if (ending == "throw")
            throw new InvalidOperationException("as asked");
        if (ending == "wait")
            Thread.Sleep(Timeout.Infinite);
        return 0;
    }
}
