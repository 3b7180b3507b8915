using Bench.Interop.Processes;

namespace Bench.Tests.Help;

/// <summary>The command that help and hints print is the one that was typed.</summary>
public class StartedAsTests
{
    [Theory]
    [InlineData("dotnet run -c Release --", "Benchmarks|gate|a", "dotnet|run|-c|Release|--|gate|a", "gate", "a")]
    [InlineData("dotnet run -c Release --no-build --", "/x/Benchmarks", "/usr/bin/dotnet|run|-c|Release|--no-build")]
    [InlineData("dotnet run -c Release --", "Benchmarks|doctor", "dotnet|run|-c|Release|doctor", "doctor")]
    [InlineData("dotnet Benchmarks.dll", "dotnet|Benchmarks.dll|doctor", "bash", "doctor")]
    [InlineData("dotnet exec Benchmarks.dll", "dotnet|exec|Benchmarks.dll|doctor", "-bash", "doctor")]
    [InlineData("bench", "bench|doctor|--json", "sh|-c|bench doctor --json", "doctor", "--json")]
    [InlineData("'my suite/Benchmarks'", "my suite/Benchmarks|--filter|*", "zsh", "--filter", "*")]
    [InlineData("dotnet bench", "/sdk/dotnet|exec|/store/Benchmarks.dll|doctor", "dotnet|bench|doctor", "doctor")]
    [InlineData("dotnet tool run bench --", "dotnet|exec|/store/Benchmarks.dll|doctor", "dotnet|tool|run|bench|--|doctor", "doctor")]
    // A copy that a verb starts, and a process whose parent is gone.
    [InlineData("dotnet head/Benchmarks.dll", "dotnet|head/Benchmarks.dll|-f|a", "dotnet|Benchmarks.dll|ab|-f|a", "-f", "a")]
    [InlineData("dotnet Benchmarks.dll", "dotnet|Benchmarks.dll|doctor", "", "doctor")]
    public void ItIsTheCommandLineBeforeTheArguments(string expected, string own, string parent, params string[] arguments) =>
        Assert.Equal(expected, StartedAs.Of(arguments, own.Split('|'), parent.Split('|')).ToString());

    [Theory]
    [InlineData("bench", "bench")]
    [InlineData("Benchmarks", "./bin/Benchmarks")]
    [InlineData("Benchmarks", "dotnet", "bin/Benchmarks.dll")]
    [InlineData("bench", "dotnet", "bench")]
    [InlineData("bench", "dotnet", "tool", "run", "bench", "--")]
    [InlineData("bench", "dotnet", "dnx", "bench")]
    public void ItsNameIsTheProgramsOwn(string expected, params string[] words) => Assert.Equal(expected, new StartedAs(words).Name);
}
