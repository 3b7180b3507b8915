using System.Diagnostics;
using System.Globalization;
using Bench.Interop.Memory;
using Bench.Interop.Scheduling;
using Bench.Tests.Settings;
using Bench.Workloads.Crews;
using Bench.Workloads.Faults;
using Bench.Workloads.Faults.Mechanisms;
using CsCheck;

namespace Bench.Tests.Workloads;

/// <summary>Real workers, as threads and as processes, on as many processors as there are.</summary>
[Collection(SystemSettingsCollection.Name)]
public class CrewTests(HeldSettings held) : IClassFixture<HeldSettings>
{
    private const int Share = 1024;
    private const int Tries = 5;

    [Theory]
    [InlineData("Demand", 1, false, false)]
    [InlineData("Demand", 1, false, true)]
    [InlineData("Demand", 1, true, false)]
    [InlineData("Demand", 1, true, true)]
    [InlineData("LargeFolio", 16, false, false)]
    [InlineData("LargeFolio", 16, false, true)]
    [InlineData("LargeFolio", 16, true, false)]
    [InlineData("Populate", 16, false, false)]
    [InlineData("Populate", 16, false, true)]
    [InlineData("Populate", 16, true, false)]
    [InlineData("Populate", 16, true, true)]
    public void WorkersTogetherTakeExactlyTheFaultsPromised(string name, int pages, bool separate, bool shared)
    {
        const int Workers = 3;
        var mechanism = Mechanism.All.Single(mechanism => mechanism.Name == name);
        string? reason = mechanism.WhyNot(pages, leaveSettings: false);
        Assert.SkipWhen(reason is not null, reason ?? "");
        using var settings = held.Change(mechanism.SettingsFor(pages));
        using var file = separate && shared ? Memfd.Create("crew-test", inherited: true) : null;
        using var region = Mapping.Anonymous(Workers * Share, Region.Alignment);
        using var meter = new CrewMeter();
        using var crew = new Crew(
            [.. Enumerable.Range(0, Workers).Select(i => shared
                ? new TouchPages(name, pages, i * Share, Share, Workers * Share, file?.Descriptor ?? -1)
                : new TouchPages(name, pages, 0, Share))],
            Sched.GetAffinity(), separate, shared && !separate ? () => region : null);
        meter.Crew = crew;

        // The runtime may fault for itself, which only ever adds: the fewest of some tries are the mechanism's.
        long faults = Enumerable.Range(0, Tries).Min(_ =>
        {
            file?.Resize((long)Workers * Share * PageSize.Bytes);
            region.Advise(Mman.MADV_DONTNEED);
            crew.Do(CrewStep.Prepare);
            long before = meter.Read().Faults;
            crew.Do(CrewStep.Work);
            long counted = meter.Read().Faults - before;
            if (shared && !separate)
                Assert.Equal(Workers * Share, region.CountResident());
            if (file is not null)
                Assert.Equal(Workers * Share, TouchedPages(file, Workers * Share));
            crew.Do(CrewStep.Release);
            file?.Resize(0);
            return counted;
        });
        var promise = mechanism.Promise(pages);
        Assert.Equal(Workers * Share * (meter.CountsTrapsOnly ? promise.Traps : promise.All), faults);
    }

    private static unsafe int TouchedPages(Memfd file, int pages)
    {
        using var seen = Mapping.Shared(file.Descriptor, pages);
        int touched = 0;
        for (int i = 0; i < pages; i++)
            touched += seen.Address[(long)i * PageSize.Bytes];
        return touched;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AWorkerThatFailsSaysWhy(bool separate)
    {
        var thrown = Assert.Throws<InvalidOperationException>(
            () => new Crew([new MapAndUnmap(false), new TouchPages("Demand", 1, 0, -1)], Sched.GetAffinity(), separate));
        Assert.StartsWith("worker 2 of 2 ended: ", thrown.Message, StringComparison.Ordinal);
        Assert.Empty(CrewProcesses.Of(Environment.ProcessId));
    }

    [Fact]
    public void AKilledWorkerIsAnErrorNotAWait()
    {
        using var crew = new Crew([new MapAndUnmap(false), new MapAndUnmap(true)], Sched.GetAffinity(), separate: true);
        int[] workers = CrewProcesses.Of(Environment.ProcessId);
        Assert.Equal(2, workers.Length);
        Holder.Kill("KILL", workers[1].ToString(CultureInfo.InvariantCulture));
        Assert.StartsWith("worker ", Assert.Throws<InvalidOperationException>(() => crew.Do(CrewStep.Prepare)).Message,
            StringComparison.Ordinal);
    }

    [Theory(Explicit = true)]
    [InlineData("KILL")]
    [InlineData("TERM")]
    public void WorkersEndWithTheirParentWhateverEndsIt(string signal)
    {
        using var parent =
            Process.Start(
                new ProcessStartInfo(Path.ChangeExtension(typeof(CrewTests).Assembly.Location, null), [HoldCrew.Verb])
                {
                    RedirectStandardOutput = true
                })!;
        int[] workers = [.. parent.StandardOutput.ReadLine()!.Split(' ').Select(id => int.Parse(id, CultureInfo.InvariantCulture))];
        Assert.Equal(2, workers.Length);
        Assert.All(workers, id => Assert.True(CrewProcesses.IsWorkerOf(id, parent.Id)));
        Holder.Kill(signal, parent.Id.ToString(CultureInfo.InvariantCulture));
        parent.WaitForExit();
        foreach (int id in workers)
            CrewProcesses.AwaitEnd(id);
    }

    /// <summary>The parent may be gone before the worker can ask to end with it.</summary>
    [Fact]
    public void AWorkerWhoseParentIsGoneDoesNothing()
    {
        string order = System.Text.Json.JsonSerializer.Serialize(new WorkerOrder(1 << 30, -1, 1, 0, 0, new MapAndUnmap(false)));
        using var worker =
            Process.Start(
                Bench.Interop.Processes.ManagedProgram.Start(typeof(WorkerOrder).Assembly.Location, WorkerVerbName.Value, order))!;
        worker.WaitForExit();
        Assert.Equal(0, worker.ExitCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"Parent\":1}")]
    public void AnOrderThatIsNoneIsBadUsage(string order)
    {
        var run = Bench.Tests.Suite.Executable.Run(WorkerVerbName.Value, order);
        Assert.Equal(Bench.Results.ExitCode.BadUsage, run.ExitCode);
        Assert.Equal(1, run.Errors.Count(character => character == '\n'));
    }

    /// <summary>At the barrier nobody runs ahead and nobody is left behind, whatever the steps.</summary>
    [Fact]
    public void EveryWorkerDoesEveryStepOnce() => Gen.Select(Gen.Int[1, 6], Gen.Int[0, 2].Array[1, 40]).Sample((workers, steps) =>
    {
        using var board = new StepBarrier(Mapping.Anonymous(StepBarrier.PagesFor(workers)), workers);
        int[][] done = [.. Enumerable.Range(0, workers).Select(_ => new int[3])];
        board.Open();
        Thread[] threads = [.. Enumerable.Range(0, workers).Select(i => new Thread(() =>
        {
            int round = 0;
            board.Done();
            while (board.Next(ref round) is not CrewStep.Quit and var step)
            {
                done[i][(int)step]++;
                board.Done();
            }
        }))];
        foreach (var thread in threads)
            thread.Start();
        int[] expected = new int[3];
        board.AwaitAll(static () => { });
        foreach (int step in steps)
        {
            board.Post((CrewStep)step);
            board.AwaitAll(static () => { });
            expected[step]++;
            Assert.All(done, counts => Assert.Equal(expected, counts));
        }
        board.Post(CrewStep.Quit);
        foreach (var thread in threads)
            thread.Join();
    }, iter: 30, threads: 1);

    [Fact]
    public void WorkersAreFromOneToTwiceTheProcessors() => Gen.Int[1, 300].Sample(processors =>
    {
        var numbers = WorkerNumbers.For(processors);
        Assert.Equal(numbers.Distinct().Order(), numbers);
        Assert.Equal((1, 2 * processors), (numbers[0], numbers[^1]));
        Assert.Contains(processors, numbers);
        Assert.True(numbers.Count <= 8 + 2 + 7);
    });
}
