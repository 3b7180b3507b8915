using System.Runtime.Versioning;

namespace Bench.Interop.Children;

/// <summary>A program to start, and how.</summary>
[SupportedOSPlatform("linux")]
public sealed record ChildPlan
{
    /// <summary>The program's file.</summary>
    public required string Path { get; init; }

    /// <summary>Its arguments, with its name as the first.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>Its environment, NAME=value each.</summary>
    public required IReadOnlyList<string> Environment { get; init; }

    /// <summary>The descriptor that it reads as standard input; null for nothing to read, as from /dev/null.</summary>
    public int? Input { get; init; }

    /// <summary>The descriptor that takes its standard output; null for none, as into /dev/null.</summary>
    public int? Output { get; init; }

    /// <summary>The descriptor that takes its standard error; null for none.</summary>
    public int? Errors { get; init; }

    /// <summary>No transparent huge pages for it and what it starts (PR_SET_THP_DISABLE(2const)).</summary>
    public bool WithoutHugePages { get; init; }

    /// <summary>As whom it runs; null for this process's own user.</summary>
    public Account? Account { get; init; }

    /// <summary>The control group that it is started in; null for this process's own.</summary>
    public ControlGroup? Group { get; init; }
}
