using Bench.Results.Copies;

namespace Bench.Commands;

/// <summary>Two built copies of a program with BenchmarkDotNet, which know nothing of turns within a launch.</summary>
internal sealed class ProgramPair : IPair
{
    private readonly ProgramCopy old;
    private readonly ProgramCopy current;

    /// <param name="old">The old copy.</param>
    /// <param name="current">The new one.</param>
    /// <param name="options">The user's options for every launch.</param>
    /// <param name="say">Takes one line of progress.</param>
    public ProgramPair(BuiltProgram old, BuiltProgram current, string[] options, Action<string> say)
    {
        this.old = new ProgramCopy(old, options, say);
        this.current = new ProgramCopy(current, options, say);
        Launches = new LaunchTurns(this.old, this.current, say);
    }

    public IPairedLaunches Launches { get; }

    public void Dispose()
    {
        current.Dispose();
        old.Dispose();
    }
}
