using System.CommandLine;

namespace Bench.Commands;

/// <summary>The whole command line as definitions: verbs, the suite's options and BenchmarkDotNet's.</summary>
internal static class WholeCommandLine
{
    /// <summary>Made anew.</summary>
    public static RootCommand Create()
    {
        var whole = new RootCommand(SuiteHelp.Description);
        whole.Options.Clear();
        foreach (var verb in Verb.All)
            whole.Subcommands.Add(verb);
        foreach (var option in SuiteOptions.Own.Concat(BenchmarkDotNetDefinitions.All))
            whole.Options.Add(option);
        return whole;
    }
}
