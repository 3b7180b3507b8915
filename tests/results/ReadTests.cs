using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Bench.Results.Data;
using Bench.Results.Input;
using Bench.Results.Read;
using CsCheck;

namespace Bench.Tests.Results;

public class ReadTests
{
    private static readonly double[][] Two = [[10, 12, 11], [20, 22, 21]];

    [Fact]
    public void RawWorkloadIsReadPerLaunch()
    {
        var row = Assert.Single(Sample.Read(Sample.Report(Sample.Benchmark("PageFault", "Touch", "Mechanism=Demand&Pages=1", Two))).Rows);
        Assert.Equal([11.0, 21.0], row.Launches.Select(l => l.Median));
        Assert.Equal([10.0, 12, 11], row.Launches[0].Values);
        Assert.Equal("Demand", row.Parameter("Mechanism"));
        Assert.Null(row.Parameter("Order"));
    }

    [Fact]
    public void AdditionsOfTheSuiteAreRead()
    {
        var benchmark = Sample.Benchmark("Syscall", "Getpid", "", Two);
        benchmark["Bench"] = JsonNode.Parse("""
            {"Expected":0.0625,"Measured":0.06,"Counter":"perf","Marks":[{"Id":"faults","Text":"too few"}],
             "Launches":[{"Launch":1,"Iterations":[
                {"Operations":10,"Nanoseconds":100,"CpuNanoseconds":90,"CallNanoseconds":1.5},
                {"Operations":10,"Nanoseconds":100,"CpuNanoseconds":90,"CallNanoseconds":null}]},
              {"Launch":2,"Iterations":[]}]}
            """);
        var report = Sample.Report(benchmark);
        report["Bench"] = Sample.Suite();
        var run = Sample.Read(report);
        var row = Assert.Single(run.Rows);
        Assert.Equal((0.0625, 0.06, "perf"), (row.Expected, row.Measured, row.Counter));
        Assert.Equal(new Mark("faults", "too few"), Assert.Single(row.Marks));
        Assert.Equal([9.0, null], row.Launches.Select(l => l.CpuMedian));
        Assert.Equal([6.0, null], row.Launches.Select(l => l.InCalls));
        Assert.Equal("needs the patched kernel", Assert.Single(run.LeftOut).Reason);
        Assert.Equal("6.18", run.Environment.Single(f => f.Key == "kernel").Value);
        Assert.DoesNotContain(run.Environment, f => f.Label == "Processor");
    }

    [Fact]
    public void ALaunchKeepsItsQuickestSliceAndCall()
    {
        var benchmark = Sample.Benchmark("Syscall", "Getpid", "", Two);
        string Iteration(double call, string quiet) =>
            $$"""{"Operations":1,"Nanoseconds":100,"CpuNanoseconds":100,"CallNanoseconds":{{call}},"QuietNanoseconds":{{quiet}}}""";
        benchmark["Bench"] = JsonNode.Parse($$"""
            {"Launches":[{"Launch":1,"Iterations":[{{Iteration(1.5, "97")}},{{Iteration(1.2, "98")}}]},
                         {"Launch":2,"Iterations":[{{Iteration(1.3, "null")}}]}]}
            """);
        var row = Assert.Single(Sample.Read(Sample.Report(benchmark)).Rows);
        Assert.Equal([97.0, null], row.Launches.Select(l => l.Quiet));
        Assert.Equal([1.2, 1.3], row.Launches.Select(l => l.QuickestCall));
    }

    [Fact]
    public void ClearedPagesCountAsSoManyCallsWhateverClearingThemTook() =>
        Gen.Select(Gen.Double[100, 1000], Gen.Double[1, 3], Gen.Double[0.5, 2]).Sample((clear, call, pages) =>
    {
        // 1,000 calls' worth of work and the clearing.
        double time = 1000 * call + pages * clear;
        var benchmark = Sample.Benchmark("PageFault", "Touch", "Mechanism=Demand&Pages=1", [[time]]);
        benchmark["Bench"] = JsonNode.Parse(FormattableString.Invariant($$"""
            {"RssAnonPerTouched":{{pages}},"Launches":[{"Launch":1,"Iterations":[
              {"Operations":1,"CpuNanoseconds":{{time}},"CallNanoseconds":{{call}},"ClearNanoseconds":{{clear}}}]}]}
            """));
        var row = Assert.Single(Sample.Read(Sample.Report(benchmark)).Rows);
        Assert.Equal(1000 + 256 * pages, row.Launches[0].InCalls!.Value, 1e-6);
        Assert.True(row.CountsClears);
    });

    [Fact]
    public void ABenchmarkThatFailedIsLeftOut()
    {
        var failed = Sample.Benchmark("Syscall", "Read", "");
        failed["Measurements"] = new JsonArray();
        var run = Sample.Read(Sample.Report(Sample.Benchmark("Syscall", "Getpid", "", Two), failed));
        Assert.Equal("Bench.Workloads.Syscall.Read", Assert.Single(run.LeftOut).Benchmark);
        Assert.Single(run.Rows);
        Assert.Throws<ReadException>(() => Sample.Read(Sample.Report((JsonObject)failed.DeepClone())));
    }

    [Theory]
    [InlineData("Nanoseconds", "\"\"", "NaN or infinite")]
    [InlineData("Nanoseconds", "0", "above zero")]
    [InlineData("Nanoseconds", "-3", "above zero")]
    [InlineData("Nanoseconds", "1e300", "no such measurement")]
    [InlineData("Nanoseconds", "1e999", "finite number")]
    [InlineData("Nanoseconds", "5e-324", "no such measurement")]
    [InlineData("Nanoseconds", "\"NaN\"", "NaN or infinite")]
    [InlineData("Nanoseconds", "null", "has no Nanoseconds")]
    [InlineData("Operations", "0", "at least 1")]
    [InlineData("Operations", "1.5", "whole number")]
    [InlineData("LaunchIndex", "-1", "at least 0")]
    public void AMeasurementThatCannotBeIsRefused(string field, string value, string reason)
    {
        var benchmark = Sample.Benchmark("Syscall", "Getpid", "", Two);
        benchmark["Measurements"]![3]![field] = JsonNode.Parse(value);
        Refused(Sample.Report(benchmark).ToJsonString(), reason);
    }

    [Theory]
    [InlineData("", "not valid JSON")]
    [InlineData("[]", "root is no object")]
    [InlineData("{}", "HostEnvironmentInfo is missing")]
    [InlineData("{\"HostEnvironmentInfo\":{}}", "Benchmarks is missing")]
    [InlineData("{\"HostEnvironmentInfo\":{},\"Benchmarks\":[]}", "Benchmarks is empty")]
    [InlineData("{\"HostEnvironmentInfo\":{},\"Benchmarks\":{}}", "no array")]
    [InlineData("{\"HostEnvironmentInfo\":{},\"Benchmarks\":[],\"Benchmarks\":[]}", "twice")]
    [InlineData("{\"HostEnvironmentInfo\":{},\"Bench\":{\"Schema\":2},\"Benchmarks\":[]}", "schema 2")]
    [InlineData("{\"HostEnvironmentInfo\":{},\"Bench\":{\"Schema\":1,\"Unit\":\"kg\"},\"Benchmarks\":[]}", "kg")]
    [InlineData("{\"HostEnvironmentInfo\":{},\"Benchmarks\":[{\"FullName\":\"a\"}]}", "fulljson")]
    public void WhatIsNoReportIsRefused(string text, string reason) => Refused(text, reason);

    [Fact]
    public void NaNInStatisticsThatNobodyNeedsIsNothing()
    {
        // As BenchmarkDotNet before 0.13 wrote it. In a text, behind an escaped quote, it stays.
        string text = Sample.Report(Sample.Benchmark("Syscall", "Getpid", "", Two)).ToJsonString()
            .Replace("\"Kurtosis\":\"\"", "\"Kurtosis\":NaN,\"Margin\":-Infinity,\"Upper\": Infinity")
            .Replace("\"MethodTitle\":\"Getpid\"", "\"MethodTitle\":\"a\\\":NaN\"");
        var row = Assert.Single(Measured.Read("sample.json", text).Rows);
        Assert.Equal("a\":NaN", row.Title);
        Refused(text.Replace("\"Nanoseconds\":10000}", "\"Nanoseconds\":NaN}"), "Nanoseconds is NaN or infinite");
    }

    [Theory]
    [InlineData("0.10.14", "is 0.10.14: too old, BenchmarkDotNet 0.11 or newer is needed")]
    [InlineData("0.10.3.0-nightly", "too old")]
    [InlineData("0.11.0", null)]
    [InlineData("0.16.0-develop (2026-08-16)", null)]
    [InlineData("mine", null)]
    public void AReportBeforeMeasurementsHadAStageIsTooOld(string version, string? reason)
    {
        var report = Sample.Report(Sample.Benchmark("Syscall", "Getpid", "", Two));
        report["HostEnvironmentInfo"]!["BenchmarkDotNetVersion"] = version;
        if (reason is null)
            Assert.Single(Sample.Read(report).Rows);
        else
            Refused(report.ToJsonString(), reason);
    }

    [Fact]
    public void AboveItsLimitsNothingIsRead()
    {
        var many = Sample.Benchmark("Syscall", "Getpid", "", [.. Enumerable.Range(0, Limits.Launches + 1).Select(_ => new[] { 10.0 })]);
        Refused(Sample.Report(many).ToJsonString(), "more than 5000 launches");
        Refused(
            Sample.Report(Sample.Benchmark("Syscall", "Getpid", "", Enumerable.Repeat(10.0, Limits.Measurements).ToArray())).ToJsonString(),
            "at most 100000 are read");
        Refused(Sample.Report(Sample.Benchmark("Syscall", new string('x', 1 << 20), "", Two)).ToJsonString(),
            "longer than 4096 characters");
        Refused(Sample.Report(Sample.Benchmark("Syscall", "Getpid", string.Join('&', Enumerable.Range(0, 101)), Two)).ToJsonString(),
            "at most 100 are read");
        var marked = Sample.Benchmark("Syscall", "Getpid", "", Two);
        marked["Bench"] = new JsonObject
        {
            ["Marks"] = new JsonArray([.. Enumerable.Range(0, 101).Select(_ => new JsonObject { ["Id"] = "a", ["Text"] = "b" })])
        };
        Refused(Sample.Report(marked).ToJsonString(), "Marks has 101 entries: at most 100");
        Refused(new string('[', 100_000), "");
        var row = Sample.Run(("Getpid", [1.0])).Rows[0];
        string Baseline(IEnumerable<BenchmarkRow> rows) => BaselineFile.Write(Sample.Run() with { Rows = [.. rows] });
        foreach (var (text, reason) in new[]
        {
            (Baseline(Enumerable.Range(0, Limits.Rows + 1).Select(i => row with { FullName = $"{i}" })), "more than 50000 benchmarks"),
            (Baseline(
                Enumerable.Range(0, 51)
                    .Select(i => row with { FullName = $"{i}", Launches = [.. Enumerable.Repeat(row.Launches[0], 5_000)] })),
                    "more than 250000 launches"),
            (Baseline([row with { FullName = new string('x', 5_000) }]), "more than 4096 characters"),
        })
            Assert.Contains(reason, Assert.Throws<ReadException>(() => BaselineFile.Read("b.json", Encoding.UTF8.GetBytes(text))).Message);
        Refused("{\"HostEnvironmentInfo\":" + string.Concat(Enumerable.Repeat("{\"a\":", 1000)), "");
    }

    [Fact]
    public void TruncationAnywhereIsRefused()
    {
        string text = Sample.Report(Sample.Benchmark("Syscall", "Getpid", "", Two)).ToJsonString();
        for (int length = 0; length < text.Length; length += 7)
            Refused(text[..length], "");
    }

    [Fact]
    public void TwoRowsOfOneNameAreRefused() =>
        Refused(
            Sample.Report(Sample.Benchmark("Syscall", "Getpid", "", Two), Sample.Benchmark("Syscall", "Getpid", "", Two)).ToJsonString(),
            "two rows are named");

    [Theory]
    [InlineData("Bench.Parse: DefaultJob", "Parse", "DefaultJob")]
    [InlineData("Bench.Parse: .NET 9.0(Runtime=.NET 9.0)", "Parse", ".NET 9.0")]
    [InlineData("Bench.'a: b': Job-ABCDEF(Runtime=.NET 9.0, Toolchain=(x)) [Size=1, How=read (fast)]", "'a: b'", "Job-ABCDEF")]
    [InlineData("Bench.Parse: DefaultJob [Size=1]", "Parse", "DefaultJob")]
    [InlineData("Bench.Parse: ", "Parse", null)]
    [InlineData("Bench.Other: DefaultJob", "Parse", null)]
    [InlineData("", "", null)]
    public void DisplayInfoNamesTheJob(string displayInfo, string title, string? job) => Assert.Equal(job, Jobs.NameIn(displayInfo, title));

    [Theory]
    [InlineData(".NET 9.0", "net9.0")]
    [InlineData(".NET 10.0", "net10.0")]
    [InlineData(".NET Core 3.1", "netcoreapp3.1")]
    [InlineData(".NET Framework 4.7.2", "net472")]
    [InlineData("NativeAOT 9.0", "nativeaot9.0")]
    [InlineData("Job-ABCDEF", "Job-ABCDEF")]
    [InlineData("ShortRun", "ShortRun")]
    public void AJobIsCalledAsRuntimesAreAskedFor(string name, string called) => Assert.Equal(called, Jobs.Short(name));

    [Fact]
    public void RowsOfSeveralJobsAreNamedByThemAndOneCanBePicked()
    {
        var failed = OfJob("Syscall", "Read", ".NET 8.0");
        failed["Measurements"] = new JsonArray();
        var run =
            Sample.Read(
                Sample.Report(OfJob("Syscall", "Getpid", ".NET 8.0"), OfJob("Syscall", "Getpid", ".NET 9.0"),
                    OfJob("Syscall", "Gettid", ".NET 8.0"), failed, OfJob("Syscall", "Read", ".NET 9.0")));
        Assert.Equal(["Getpid [net8.0]", "Getpid [net9.0]", "Gettid", "Read [net9.0]"], run.Rows.Select(Name));
        Assert.Equal(["net8.0", "net9.0", "net8.0", "net9.0"], run.Rows.Select(row => row.Job));
        Assert.Equal("Bench.Workloads.Syscall.Read [net8.0]", Assert.Single(run.LeftOut).Benchmark);
        Assert.Equal("Getpid [net8.0]", run.Rows[0].ShortName);

        foreach (var source in new[] { run, BaselineFile.Read("b.json", Encoding.UTF8.GetBytes(BaselineFile.Write(run))) })
            foreach (string? name in new[] { "net9.0", ".NET 9.0", "NET9.0" })
            {
                var picked = source.Only(name);
                Assert.Equal(["Getpid", "Read"], picked.Rows.Select(Name));
                Assert.Equal(["Getpid", "Read"], picked.Rows.Select(row => row.Title));
                Assert.Empty(picked.LeftOut);
            }

        Assert.Equal("Bench.Workloads.Syscall.Read", Assert.Single(run.Only("net8.0").LeftOut).Benchmark);
        Assert.Contains("no job is called net7.0; there are: net8.0, net9.0",
            Assert.Throws<ReadException>(() => run.Only("net7.0")).Message);
        var one = Sample.Read(Sample.Report(OfJob("Syscall", "Getpid", ".NET 9.0")));
        Assert.Null(one.Rows[0].Job);
        Assert.Same(one, one.Only("net7.0"));
        static string Name(BenchmarkRow row) => row.FullName["Bench.Workloads.Syscall.".Length..];
    }

    [Fact]
    public void ARowsReferenceIsOfItsOwnJob()
    {
        var run =
            Sample.Read(
                Sample.Report(OfJob("Syscall", "FunctionCall", "A"), OfJob("Syscall", "FunctionCall", "B"), OfJob("Syscall", "Getpid", "A"),
                    OfJob("Syscall", "Getpid", "B")));
        Assert.Equal(["A", "B"], run.Rows.Skip(2).Select(row => new Bench.Results.Pair.References(run.Rows).For(row)!.Job));
    }

    [Fact]
    public void AFolderIsOneRunAndRefusesTwoMachines()
    {
        using var folder = new TemporaryFolder();
        var first = Sample.Report(Sample.Benchmark("Syscall", "Getpid", "", Two));
        var second = Sample.Report(Sample.Benchmark("PageFault", "Touch", "", Two));
        folder.Write("results/a-report-full.json", first.ToJsonString());
        folder.Write("results/b-report-full.json", second.ToJsonString());
        Assert.Equal(2, RunSource.Read(folder.Path).Rows.Count);
        Assert.Equal(2, RunSource.Read(Path.Combine(folder.Path, "results")).Rows.Count);

        second["HostEnvironmentInfo"]!["ProcessorName"] = "Intel";
        folder.Write("results/b-report-full.json", second.ToJsonString());
        Assert.Contains("Intel", Assert.Throws<MixedMachinesException>(() => RunSource.Read(folder.Path)).Message);
    }

    [Fact]
    public void OfOneRunTheFullAndTheCompressedReportCountOnce()
    {
        using var folder = new TemporaryFolder();
        folder.Write("results/a-report-full-compressed.json", Titled("Syscall", "20260101-100000"));
        Assert.Single(RunSource.Read(folder.Path).Rows);
        folder.Write("results/a-report-full.json", Titled("Syscall", "20260101-100000"));
        folder.Write("results/b-report-full-compressed.json", Titled("PageFault", "20260101-100001"));
        folder.Write("results/b-report-brief-compressed.json", "no report of measurements");
        var run = RunSource.Read(folder.Path);
        Assert.Equal((2, 0), (run.Rows.Count, run.Notes.Count));
    }

    [Fact]
    public void OfAClassTheNewestReportCountsAndTheOthersAreNamed()
    {
        using var folder = new TemporaryFolder();
        // Named by the time as --noOverwrite does; the files' own times are of a copy and say the opposite.
        folder.Write("20260103-100000/a-report-full.json", Titled("Syscall", "20260103-100001", 3));
        folder.Write("20260102-100000/a-report-full.json", Titled("Syscall", "20260102-100001", 2));
        folder.Write("20260102-100000/b-report-full.json", Titled("PageFault", "20260102-100007", 2));
        folder.Write("elsewhere/c-report-full.json", "not looked at");
        var run = RunSource.Read(folder.Path);
        Assert.Equal([3.0, 2.0], run.Rows.OrderBy(row => row.Type == "PageFault").Select(row => row.Launches[0].Median));
        Assert.Equal($"{folder.Path}: left aside, as a newer report is of the same class: 20260102-100000/a-report-full.json",
            Assert.Single(run.Notes));

        // A joined report is newer for one of its two classes, and older for the other.
        folder.Write("results/BenchmarkRun-joined-2026-01-02-20-00-00-report-full.json",
            Sample.Report(Sample.Benchmark("Syscall", "Gettid", "", [9]), Sample.Benchmark("PageFault", "Touch", "", [9])).ToJsonString()
            .Replace("\"sample\"", "\"BenchmarkRun-joined-2026-01-02-20-00-00\""));
        run = RunSource.Read(folder.Path);
        Assert.Equal([3.0, 9.0], run.Rows.OrderBy(row => row.Type == "PageFault").Select(row => row.Launches[0].Median));
        Assert.Contains("Bench.Workloads.Syscall of results/BenchmarkRun-joined", Assert.Single(run.Notes));
    }

    [Fact]
    public void AFolderOfTwoBuildsIsRefusedWithTheBuildsAndTheirFiles()
    {
        using var folder = new TemporaryFolder();
        folder.Write("results/a-report-full.json", Titled("Syscall", "20260101-100000", build: "aaaa"));
        folder.Write("results/b-report-full.json", Titled("PageFault", "20260102-100000", build: "bbbb"));
        folder.Write("results/c-report-full.json", Titled("WarmAccess", "20260102-100000", build: "bbbb"));
        string message = Assert.Throws<MixedMachinesException>(() => RunSource.Read(folder.Path)).Message;
        Assert.Contains("reports of 2 builds", message);
        Assert.Contains("aaaa: results/a-report-full.json; bbbb: results/b-report-full.json, results/c-report-full.json", message);
        // An older report of a class that was measured again is left aside before builds are looked at.
        folder.Write("results/a-20260102-report-full.json", Titled("Syscall", "20260102-100000", build: "bbbb"));
        Assert.Equal(3, RunSource.Read(folder.Path).Rows.Count);
        // The reports that a run has just written are named, and not looked for.
        string[] own = [Path.Combine(folder.Path, "results/b-report-full.json"), Path.Combine(folder.Path, "results/c-report-full.json")];
        Assert.Equal(2, RunSource.ReadReports("run", own).Rows.Count);
    }

    [Fact]
    public void WhatCannotBeOpenedIsOneLine()
    {
        using var folder = new TemporaryFolder();
        folder.Write("empty.json", "");
        string huge = Path.Combine(folder.Path, "huge.json");
        using (var stream = File.Create(huge))
            stream.SetLength(Limits.Bytes + 1);
        foreach (var (path, reason) in new[] { (folder.Path, "holds no"), (folder.Path + "/nothing", "no such"),
            (folder.Path + "/empty.json", "empty"), (huge, "MB"), ("a\0b", "") })
        {
            var e = Assert.Throws<ReadException>(() => RunSource.Read(path));
            Assert.Contains(reason, e.Message);
            Assert.DoesNotContain('\n', e.Message);
        }
    }

    [Fact]
    public void SizesAndKindsAreThoseOfALinksTarget()
    {
        using var folder = new TemporaryFolder();
        string Link(string target)
        {
            string link = Path.Combine(folder.Path, $"{Path.GetFileName(target)}.link");
            File.CreateSymbolicLink(link, target);
            return link;
        }

        string huge = Path.Combine(folder.Path, "huge.json");
        using (var stream = File.Create(huge))
            stream.SetLength(300L << 20);
        foreach (var (path, reason) in new[] { (Link(huge), "is 300 MB; at most 256 MB is read"),
            (Link(folder.Write("empty.json", "")), "is empty"), (Link("/nowhere"), "no such file"),
            ("/proc/self/status", "not valid JSON") })
            Assert.Contains(reason, Assert.Throws<ReadException>(() => RunSource.Read(path)).Message);
        Assert.Equal(2,
            RunSource.Read(
                Link(
                    folder.Write("good.json",
                        Sample.Report(Sample.Benchmark("Syscall", "Getpid", "", Two)).ToJsonString()))).Rows[0].Launches.Count);
    }

    [Fact]
    public async Task APipeIsReadToItsEndAndNotWaitedForWithout()
    {
        using var folder = new TemporaryFolder();
        string pipe = Path.Combine(folder.Path, "pipe");
        using (var make = Process.Start("mkfifo", [pipe]))
            await make.WaitForExitAsync(TestContext.Current.CancellationToken);
        byte[] text = Encoding.UTF8.GetBytes(new string(' ', 100_000) + "{}");
        static int Brief(string pipe) => new InputFile().Read(pipe, TimeSpan.FromMilliseconds(50)).Length;
        // A read that is given up still opens the pipe when somebody writes: each has its own.
        var writing = Task.Run(() => File.WriteAllBytes(pipe, text), TestContext.Current.CancellationToken);
        Assert.Equal(text, new InputFile().Read(pipe, TimeSpan.FromMinutes(1)).ToArray());
        await writing;

        Assert.Contains("did not end in time", Assert.Throws<ReadException>(() => Brief(pipe)).Message);
        // Ends the reader that was left behind.
        using var held = new FileStream(pipe, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        Assert.Contains("did not end in time", Assert.Throws<ReadException>(() => Brief(pipe)).Message);
    }

    [Fact]
    public void AByteOrderMarkIsSkippedAndUtf16IsSaid()
    {
        using var folder = new TemporaryFolder();
        var run = Sample.Read(Sample.Whole());
        string file = Path.Combine(folder.Path, "run.json");
        foreach (string? text in new[] { Sample.Whole().ToJsonString(), BaselineFile.Write(run) })
        {
            File.WriteAllText(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            Assert.Equal(run.Rows.Count, RunSource.Read(file).Rows.Count);
            foreach (var encoding in
                new Encoding[] { new UnicodeEncoding(false, true), new UnicodeEncoding(true, true), new UnicodeEncoding(false, false),
                    new UnicodeEncoding(true, false) })
            {
                File.WriteAllText(file, text, encoding);
                Assert.Contains("is UTF-16 text: save it as UTF-8", Assert.Throws<ReadException>(() => RunSource.Read(file)).Message);
            }
        }
    }

    [Fact]
    public void ABaselineKeepsTheRunAndItsNoise()
    {
        var run = Sample.Read(Sample.Whole());
        run = run with { Rows = [run.Rows[0] with { Noise = new Noise(10, 0.01, 0.04) }, .. run.Rows.Skip(1)] };
        string text = BaselineFile.Write(run);
        Assert.True(BaselineFile.Recognises(Encoding.UTF8.GetBytes(text)));
        var back = BaselineFile.Read("b.json", Encoding.UTF8.GetBytes(text));
        Assert.Equal(text, BaselineFile.Write(back));
        Assert.Equal(run.Rows.Select(r => r.FullName).Order(StringComparer.Ordinal), back.Rows.Select(r => r.FullName));
        foreach (var row in run.Rows)
            Assert.Equal(row.Launches.Select(l => l.Median),
                back.Rows.Single(r => r.FullName == row.FullName).Launches.Select(l => l.Median));
        Assert.Equal(new Noise(10, 0.01, 0.04), back.Rows.Single(r => r.FullName == run.Rows[0].FullName).Noise);
        Assert.Equal(run.Environment, back.Environment);
    }

    [Theory]
    [InlineData("bench-baseline/1", "bench-baseline/9", "format")]
    [InlineData("\"Medians\":[", "\"Medians\":[-1,", "one entry per launch")]
    [InlineData("\"Unit\":\"ns\"", "\"Unit\":\"m\"", "counts m")]
    [InlineData("\"Unit\"", "\"Unity\"", "not a valid baseline")]
    [InlineData("\"Spreads\":[", "\"Spreads\":[NaN,", "holds NaN or infinity")]
    [InlineData("\"Spreads\":[", "\"InCalls\":[1,1,1],\"Spreads\":[", "CpuMedians must be there too")]
    [InlineData("\"Spreads\":[", "\"CpuMedians\":[1e308,1,1],\"Spreads\":[", "one that is possible")]
    [InlineData("\"Spreads\":[", "\"Touched\":9223372036854775807,\"Spreads\":[", "Touched must be")]
    [InlineData("\"Spreads\":[", "\"Expected\":1e300,\"Spreads\":[", "Expected and Measured must be")]
    public void ABrokenBaselineIsRefused(string old, string changed, string reason)
    {
        string text = BaselineFile.Write(Sample.Read(Sample.Whole())).Replace(old, changed);
        Assert.Contains(reason, Assert.Throws<ReadException>(() => BaselineFile.Read("b.json", Encoding.UTF8.GetBytes(text))).Message);
    }

    private static JsonObject OfJob(string type, string method, string job)
    {
        var benchmark = Sample.Benchmark(type, method, "", Two);
        benchmark["DisplayInfo"] = $"{type}.{method}: {job}(Runtime={job})";
        return benchmark;
    }

    private static string Titled(string type, string time, double median = 10, string? build = null)
    {
        var report = Sample.Report(Sample.Benchmark(type, "Run", "", [median, median]));
        report["Title"] = $"Bench.Workloads.{type}-{time}";
        if (build is not null)
        {
            report["Bench"] = Sample.Suite();
            report["Bench"]!["Environment"]!.AsArray()
                .Add(
                    (JsonNode)new JsonObject
                    {
                        ["Key"] = "suite_build",
                        ["Label"] = "Suite build",
                        ["Value"] = build,
                        ["Matters"] = false
                    });
        }

        return report.ToJsonString();
    }

    private static void Refused(string text, string reason)
    {
        var e = Assert.Throws<ReadException>(() => Measured.Read("sample.json", text));
        Assert.StartsWith("sample.json: ", e.Message);
        Assert.Contains(reason, e.Message);
        Assert.DoesNotContain('\n', e.Message);
    }
}
