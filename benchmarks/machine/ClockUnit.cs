using Bench.Machine.Readers;
using Bench.Results.Data;

namespace Bench.Machine;

/// <summary>
/// What this machine's clock counts. Nothing inside an emulated machine shows it, so whoever boots one says it on the kernel's command
/// line.
/// </summary>
public static class ClockUnit
{
    /// <summary>
    /// The option; its value is one of <see cref="Units"/>'s. The kernel ignores options with a dot that it doesn't know.
    /// </summary>
    public const string BootOption = "bench.clock";

    /// <summary>One of <see cref="Units"/>'s.</summary>
    /// <param name="root">The directory in which /proc lies.</param>
    public static string Read(string root = "/") =>
        BootOptions.Find(new SystemTree(root), BootOption).Contains($"{BootOption}={Units.Instructions}")
            ? Units.Instructions
            : Units.Nanoseconds;
}
