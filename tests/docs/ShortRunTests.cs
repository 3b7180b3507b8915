using System.Collections.Concurrent;
using Bench.Commands;
using Bench.Record;
using Bench.Results;
using Bench.Tests.Settings;
using Bench.Tests.Suite;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;

namespace Bench.Tests.Docs;

/// <summary>Commands of pages that measure are run in a short form: the first row that they select, once, over a small region.</summary>
[Collection(SystemSettingsCollection.Name)]
public class ShortRunTests
{
    private static readonly ConcurrentDictionary<string, (int Status, string Errors)> Measured = [];

    public static TheoryData<string> Measuring => [.. RunCommands.Here(option: true)];

    [Theory]
    [MemberData(nameof(Measuring))]
    public void WhatMeasuresRuns(string command)
    {
        var shown = RunCommands.Shown[command];
        string[] args = CommandTests.WithFiles(shown.Suite!);
        var options = SuiteOptions.Parse(args, out string error);
        Assert.True(options is not null, error);
        var parsed = BenchmarkDotNetOptions.Parse(options.Rest, ManualConfig.CreateEmpty(), out error);
        if (options.Help != HelpAsked.None || options.Version || parsed!.OnlyPrints)
        {
            Assert.Equal(ExitCode.Ok, Executable.Run(args).ExitCode);
            return;
        }
        var seen = new RunRecord([]);
        var row = new Selection(parsed, leaveSettings: true).Cases(seen).FirstOrDefault();
        Assert.True(row is not null || seen.LeftOut.Count > 0, $"{shown.Place}: it selects no row");
        if (row is not null)
            Assert.Equal((ExitCode.Ok, ""), Measured.GetOrAdd(FullNameProvider.GetBenchmarkName(row), Once));
    }

    // Two commands may begin with one row.
    private static (int, string) Once(string row)
    {
        using var run = new SuiteRun("--filter", row, "--job", "dry", "--inProcess", "--budget", "none", "--region", "16MiB", "--leave-settings");
        return (run.ExitCode, run.Errors);
    }
}
