using Bench.Commands;
using Bench.Record;
using Bench.Results;
using Bench.Tests.Settings;
using Bench.Tests.Suite;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;

namespace Bench.Tests.Docs;

/// <summary>Commands of pages that measure run in a short form: the first row that each selects, all together, once.</summary>
[Collection(SystemSettingsCollection.Name)]
public class ShortRunTests
{
    private static readonly string[] Short = ["--job", "dry", "--inProcess", "--budget", "none", "--region", "16MiB", "--leave-settings"];

    [Fact]
    public void WhatMeasuresRuns()
    {
        var commands = RunCommands.Here(option: true).Select(command => RunCommands.Shown[command]);
        string[] rows = [.. commands.Select(FirstRow).OfType<string>().Distinct()];
        Assert.NotEmpty(rows);
        using var run = new SuiteRun(["--filter", .. rows, .. Short]);
        Assert.Equal((ExitCode.Ok, ""), (run.ExitCode, run.Errors));
        Assert.Contains($"{rows.Length}/{rows.Length}]", run.Output);
    }

    // Null where it only prints, or where this machine can measure none.
    private static string? FirstRow(ShownCommand command)
    {
        string[] args = CommandTests.WithFiles(command.Suite!);
        var options = SuiteOptions.Parse(args, out string error);
        Assert.True(options is not null, $"{command.Place}: {error}");
        var parsed = BenchmarkDotNetOptions.Parse(options.Rest, ManualConfig.CreateEmpty(), out error);
        if (options.Help != HelpAsked.None || options.Version || parsed!.OnlyPrints)
        {
            Assert.Equal((command, ExitCode.Ok), (command, Executable.Run(args).ExitCode));
            return null;
        }
        var seen = new RunRecord([]);
        var row = new Selection(parsed, leaveSettings: true).Cases(seen).FirstOrDefault();
        Assert.True(row is not null || seen.LeftOut.Count > 0, $"{command.Place}: it selects no row");
        return row is null ? null : FullNameProvider.GetBenchmarkName(row);
    }
}
