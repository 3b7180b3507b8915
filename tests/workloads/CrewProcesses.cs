using System.Globalization;

namespace Bench.Tests.Workloads;

internal static class CrewProcesses
{
    /// <summary>Process IDs of the workers that <paramref name="parent"/> started.</summary>
    public static int[] Of(int parent) =>
    [
        .. Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(name => char.IsAsciiDigit(name![0]))
            .Select(name => int.Parse(name!, CultureInfo.InvariantCulture)).Where(id => IsWorkerOf(id, parent)),
    ];

    public static bool IsWorkerOf(int id, int parent)
    {
        try
        {
            string stat = File.ReadAllText($"/proc/{id}/stat");
            string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[1] == parent.ToString(CultureInfo.InvariantCulture)
                && File.ReadAllText($"/proc/{id}/cmdline").Contains(Bench.Workloads.Crews.WorkerVerbName.Value, StringComparison.Ordinal);
        }
        catch (IOException)
        {
            // It ended while it was looked at.
            return false;
        }
    }

    /// <summary>Waits for the end of a process, child or not.</summary>
    public static void AwaitEnd(int id)
    {
        var waited = System.Diagnostics.Stopwatch.StartNew();
        while (Directory.Exists($"/proc/{id}"))
        {
            Assert.True(waited.Elapsed < TimeSpan.FromMinutes(2), $"process {id} is still there");
            Thread.Sleep(20);
        }
    }
}
