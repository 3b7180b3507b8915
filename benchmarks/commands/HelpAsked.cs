namespace Bench.Commands;

/// <summary>How much help is asked for.</summary>
internal enum HelpAsked
{
    /// <summary>None.</summary>
    None,

    /// <summary>A screen of it.</summary>
    Screen,

    /// <summary>All options.</summary>
    All,
}
