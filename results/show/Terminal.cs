namespace Bench.Results.Show;

/// <summary>Standard output as a terminal: how wide, and whether it takes commands and colours.</summary>
public static class Terminal
{
    private const int Narrowest = 40, Widest = 100;

    /// <summary>Whether it is a terminal that takes commands (term(7): one that is <c>dumb</c> takes none).</summary>
    public static bool TakesCommands => Is && Environment.GetEnvironmentVariable("TERM") is not ("dumb" or "" or null);

    /// <summary>Whether it may be written to in colours, which NO_COLOR forbids where it isn't empty (no-color.org).</summary>
    public static bool TakesColours => TakesCommands && Environment.GetEnvironmentVariable("NO_COLOR") is null or "";

    private static bool Is => !Console.IsOutputRedirected;

    /// <summary>Columns for text that is broken into lines: the terminal's.</summary>
    /// <param name="usual">Those where there is none, or it doesn't say.</param>
    public static int Columns(int usual) => Is && Console.WindowWidth is > 0 and var width ? Math.Clamp(width, Narrowest, Widest) : usual;
}
