namespace Bench.Help;

/// <summary>What of a process's surroundings the suite heeds or changes, for the manual page.</summary>
internal static class Surroundings
{
    /// <summary>Environment variables.</summary>
    public static IReadOnlyList<(string Name, string Meaning)> Variables { get; } =
    [
        ("NO_COLOR", "If not empty, nothing is coloured."),
        ("TERM", "If it is dumb, the terminal gets neither colours nor other commands."),
        ("LC_ALL , Ev LC_CTYPE , Ev LANG", "The first that is not empty names the character encoding of what is printed. "
            + "Under C or POSIX, and under an encoding that lacks a character, it is spelt in ASCII. Files are always in UTF-8."),
        ("TMPDIR", "Where temporary files go."),
        ("PATH , Ev DOTNET_ROOT", "Where the .NET SDK, which builds what is launched, and a C compiler are looked for."),
        ("SUDO_USER", "Under sudo, whom a command that is tried runs as."),
        ("GLIBC_TUNABLES", "What it holds is kept where a command is tried with another tunable."),
        ("SOURCE_DATE_EPOCH", "The date of a manual page that is made, in seconds since 1970."),
        ("BENCH_HANDOVER , Ev BENCH_TURNS", "Set by a run for the processes that it starts; nobody else sets them."),
    ];

    /// <summary>Files.</summary>
    public static IReadOnlyList<(string Name, string Meaning)> Files { get; } =
    [
        ("BenchmarkDotNet.Artifacts/results", "Reports of the last run, and its page."),
        ("BenchmarkDotNet.Artifacts/*.journal", "Launches of a run that is under way or was stopped."),
        ("/sys/kernel/mm/transparent_hugepage/hugepages-*/enabled", "Changed while rows of large folios run, and put back."),
        ("/sys/kernel/mm/transparent_hugepage/enabled", "Changed while a command is tried under it, and put back."),
        ("/tmp/bench-error-*.txt", "The trace of a fault of the program itself."),
    ];
}
