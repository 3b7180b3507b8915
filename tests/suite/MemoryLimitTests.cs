using Bench.Interop;
using Bench.Machine;
using Bench.Results;
using Bench.Workloads.Faults;

namespace Bench.Tests.Suite;

/// <summary>Under a real memory limit rows take a smaller region, or are left out with their reason, and the run ends well.</summary>
[Collection(SuiteProcesses.Name)]
public class MemoryLimitTests
{
    // Of the usual region: with its index, which is the smaller the larger pages are.
    private static string Need => ByteSize.Describe(MemoryBudget.Need(Region.DefaultBytes), MidpointRounding.ToPositiveInfinity);

    [Theory(Explicit = true)]
    [InlineData(300, "page rows take one of 128 MiB", "| Demand ")]
    [InlineData(120, "PageFault Demand 1 random: needs {need}", "| getpid |")]
    public void WhatDoesNotFitIsSaid(int mebibytes, string reason, string row)
    {
        using var group = MemoryGroup.Create(mebibytes << 20);
        var artifacts = Directory.CreateTempSubdirectory("bench-limit");
        try
        {
            var run = Executable.RunCommand("sh",
                ["-c", "echo $$ > \"$0\" && exec \"$@\"", group.Processes, "dotnet", Executable.Dll,
                    "--filter", "*.PageFault.*Demand*", "*.Syscall.Getpid", "--job", "dry", "--inProcess", "--artifacts",
                    artifacts.FullName],
                AppContext.BaseDirectory);
            Assert.Equal((ExitCode.Ok, ""), (run.ExitCode, run.Errors));
            Assert.Contains(reason.Replace("{need}", Need, StringComparison.Ordinal), run.Output, StringComparison.Ordinal);
            Assert.Contains(row, run.Output, StringComparison.Ordinal);
        }
        finally
        {
            artifacts.Delete(true);
        }
    }

    /// <summary>A memory cgroup of either version; the test is skipped where none can be made.</summary>
    private sealed class MemoryGroup(string folder) : IDisposable
    {
        public string Processes => Path.Combine(folder, "cgroup.procs");

        public static MemoryGroup Create(long limit)
        {
            string name = $"bench-{Guid.NewGuid():N}";
            foreach (var (root, file) in new[] { ("/sys/fs/cgroup/memory", "memory.limit_in_bytes"), ("/sys/fs/cgroup", "memory.max") })
            {
                string folder = Path.Combine(root, name);
                try
                {
                    Directory.CreateDirectory(folder);
                    if (File.Exists(Path.Combine(folder, file)))
                    {
                        File.WriteAllText(Path.Combine(folder, file), $"{limit}");
                        return new MemoryGroup(folder);
                    }
                    Directory.Delete(folder);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    // Not mounted, or not ours to change: the other version may be.
                }
            }
            Assert.Skip("no memory cgroup can be made here");
            throw new InvalidOperationException();
        }

        public void Dispose() => Directory.Delete(folder);
    }
}
