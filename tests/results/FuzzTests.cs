using System.Diagnostics;
using System.Text;
using Bench.Journaling;
using Bench.Measuring;
using Bench.Record;
using Bench.Results.Data;
using Bench.Results.Input;
using Bench.Results.Judge;
using Bench.Results.Pair;
using Bench.Results.Read;
using Bench.Results.Read.Journals;
using Bench.Results.Show.Compare;
using Bench.Tests.Journaling;
using Bench.Workloads.Contracts;

namespace Bench.Tests.Results;

/// <summary>Mutated input is read or refused, and never anything else. BENCH_FUZZ=100000 runs the full count.</summary>
public class FuzzTests
{
    private static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("BENCH_FUZZ"), out int count) ? count : 4000;

    // What a mutation likes to put in: numbers at the edge, other types, broken text.
    private static readonly string[] Splices = ["NaN", "-1", "0", "1e308", "1e999", "null", "\"\"", "[]", "{}", "{", "]", "\"", "\\u0000",
        "\\ud800", "\u00ff", "true", "9223372036854775808", ",", ":"];

    [Fact]
    public void AMutatedReportIsReadOrRefused() => Fuzz(Small(), new RunSource().Of);

    [Fact]
    public void AMutatedBaselineIsReadOrRefused() =>
        Fuzz(Encoding.UTF8.GetBytes(BaselineFile.Write(Sample.Read(Sample.Whole()))), (source, text) => BaselineFile.Read(source, text));

    [Fact]
    public void WhateverIsReadEveryVerbIsFitFor()
    {
        int refused = 0;
        for (int i = 0; i < Count / 40; i++)
        {
            // Each by a seed of its own, so that one that fails can be run alone.
            var extremes = new Extremes(new Random(i));
            try
            {
                Extremes.Use(extremes.Run(), extremes.Run());
            }
            catch (ReadException)
            {
                refused++;
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"seed {i}: {e.Message}", e);
            }
        }

        Assert.True(refused < Count / 80, $"{refused} of {Count / 40} refused");
    }

    [Fact]
    public void AMutatedJournalIsReadOrRefused() => Fuzz(
        SampleJournal.Text(SampleJournal.Header(2, "Getpid", "Read"), SampleJournal.Row("Getpid", 1, 150, 151),
            SampleJournal.Failed("Read", "no memory"), SampleJournal.Row("Getpid", 2, 152, 149)),
        (source, text) =>
        {
            var journal = JournalReader.Read(source, text);
            _ = StoredLaunches.Of(journal);
            return new RunSource().Of(journal);
        });

    [Fact]
    public void MutatedCountsAreReadOrRefused()
    {
        var random = new Random(12345);
        var counts = new LaunchCounts("Row", "perf", 1, 0.1, 1, 1e9, 2e9,
            [new IterationCounts(1000, 1e6, 9e5, 1000, 0, 1) { CallNanoseconds = 1.4, QuietNanoseconds = 800 }])
        {
            Memory = new MemoryCost(1000, 1000, 4096000, 4096)
        };
        byte[] original = Encoding.UTF8.GetBytes(LaunchCountsText.Write(counts));
        Assert.Equal(LaunchCountsText.Write(counts),
            LaunchCountsText.Write(LaunchCountsText.Read(Encoding.UTF8.GetString(original), out _)!));
        var (accepted, refused) = (0, 0);
        for (int i = 0; i < Count; i++)
        {
            if (LaunchCountsText.Read(Encoding.UTF8.GetString(Mutate(original, random)), out string reason) is { } read)
            {
                accepted++;
                Assert.True(double.IsFinite(read.Iterations.Sum(iteration => iteration.Nanoseconds / iteration.Operations)));
            }
            else
            {
                refused++;
                Assert.DoesNotContain('\n', reason);
            }
        }

        Assert.True(accepted > Count / 100 && refused > Count / 100, $"{accepted} accepted, {refused} refused");
    }

    private delegate Run Reader(string source, ReadOnlySpan<byte> text);

    private static void Fuzz(byte[] original, Reader read)
    {
        var random = new Random(12345);
        var (accepted, refused) = (0, 0);
        var whole = read("whole", original);
        for (int i = 0; i < Count; i++)
        {
            byte[] mutant = Mutate(original, random);
            var clock = Stopwatch.StartNew();
            try
            {
                var run = read("fuzz", mutant);
                accepted++;
                // What was accepted must be fit for everything after it.
                if (i % 50 == 0)
                    foreach (var format in ComparisonFormat.All)
                        format.Write(new RegressionJudge(0.05).Decide(Pairing.Of(whole, run)));
            }
            catch (ReadException e)
            {
                refused++;
                Assert.DoesNotContain('\n', e.Message);
            }

            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), "hangs");
        }

        // If one of them were zero, this would test nothing.
        Assert.True(accepted > Count / 100 && refused > Count / 100, $"{accepted} accepted, {refused} refused");
    }

    private static byte[] Small()
    {
        var report = Sample.Report(
            Sample.Benchmark("Syscall", "FunctionCall", "", [1.4, 1.5, 1.4], [1.5, 1.4, 1.4]),
            Sample.Benchmark("Syscall", "Getpid", "", [150, 151], [152, 149]),
            Sample.Benchmark("PageFault", "Touch", "Mechanism=Demand&Pages=1&Order=random", [2100], [2200]));
        report["Bench"] = Sample.Suite();
        return Encoding.UTF8.GetBytes(report.ToJsonString());
    }

    private static byte[] Mutate(byte[] original, Random random)
    {
        List<byte> text = [.. original];
        for (int changes = 1 + random.Next(3); changes > 0 && text.Count > 0; changes--)
        {
            int at = random.Next(text.Count);
            int length = Math.Min(random.Next(1, 40), text.Count - at);
            switch (random.Next(6))
            {
                case 0: text[at] = (byte)random.Next(256); break;
                case 1: text[at] ^= (byte)(1 << random.Next(8)); break;
                case 2: text.RemoveRange(at, length); break;
                case 3: text.InsertRange(at, text.GetRange(random.Next(text.Count - length + 1), length)); break;
                case 4: text.InsertRange(at, Encoding.UTF8.GetBytes(Splices[random.Next(Splices.Length)])); break;
                default: ReplaceToken(text, at, random); break;
            }
        }

        return random.Next(20) == 0 ? [.. text.Take(random.Next(text.Count))] : [.. text];
    }

    /// <summary>Replaces one whole value, which byte changes hardly ever do and still leave valid JSON.</summary>
    private static void ReplaceToken(List<byte> text, int at, Random random)
    {
        int start = text.IndexOf((byte)':', at);
        if (start < 0)
            return;
        int end = text.FindIndex(start, b => b is (byte)',' or (byte)'}');
        if (end < 0)
            return;
        text.RemoveRange(start + 1, end - start - 1);
        text.InsertRange(start + 1, Encoding.UTF8.GetBytes(Splices[random.Next(Splices.Length)]));
    }
}
