using System.Text.Json.Nodes;
using Bench.Interop.Processes;
using Bench.Interop.Syscalls;
using Bench.Tests.Results;
using Bench.Tests.Suite;

namespace Bench.Tests.Trying;

/// <summary>The verb in the guest of the patched kernel, which has control groups of version 2.</summary>
[Collection(SuiteProcesses.Name)]
public class GuestTests
{
    [Fact, Trait("Kernel", "patched")]
    public void PagesPerFaultTakeFewerFaultsAndMemoryIsChargedToAGroupOfVersion2()
    {
        Assert.SkipWhen(PatchedKernel.Probe(out string reason) is null, reason);
        using var folder = new TemporaryFolder();
        string json = Path.Combine(folder.Path, "a.json");
        var run = Executable.RunCommand(DotnetHost.Path, [Executable.Dll, "try", "--rounds", "2", "--settings", "64-pages-per-fault",
            "--json", json, "--", DotnetHost.Path, Executable.Dll, "--version"], AppContext.BaseDirectory);
        Assert.True(run.ExitCode == 0, run.Errors);
        var tried = JsonNode.Parse(File.ReadAllText(json))!;
        Assert.Equal("charged, with page cache", (string?)tried["Memory"]);
        Assert.All(Launches(tried, 0), launch => Assert.InRange((long?)launch["MemoryBytes"] ?? 0, 1 << 20, 1 << 30));
        long most = Launches(tried, 1).Max(Faults), least = Launches(tried, 0).Min(Faults);
        Assert.True(most < least, $"{most} faults, {least} as the system stands");
    }

    private static JsonNode[] Launches(JsonNode tried, int setting) =>
        [.. tried["Settings"]![setting]!["Judged"]!.AsArray().OfType<JsonNode>()];

    private static long Faults(JsonNode launch) => (long)launch["MinorFaults"]!;
}
