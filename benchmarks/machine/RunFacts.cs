using Bench.Interop;
using Bench.Results.Data;

namespace Bench.Machine;

/// <summary>Facts about a run that its options decide, beside the machine's.</summary>
internal static class RunFacts
{
    public const string Region = "region";
    public const string Toolchain = "toolchain";
    public const string InProcess = "in process";

    /// <summary>
    /// The facts. Both matter: a region's size decides what a page costs, and a case is compiled and called differently in process.
    /// </summary>
    public static IReadOnlyList<EnvironmentFact> Of(long regionBytes, bool inProcess) =>
    [
        new(Region, "Region", ByteSize.Describe(regionBytes), Matters: true) { Bytes = regionBytes },
        new(Toolchain, "Toolchain", inProcess ? InProcess : "a process per launch", Matters: true),
    ];
}
