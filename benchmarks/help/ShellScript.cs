using System.Text.RegularExpressions;
using Bench.Interop.Processes;

namespace Bench.Help;

/// <summary>A script that has a shell ask the program itself how a command line can go on. A shell is a file here.</summary>
public abstract partial class ShellScript
{
    /// <summary>The hidden verb that it asks, with all words behind the command; the last one is completed.</summary>
    public const string Verb = "complete";

    /// <summary>The shell's name.</summary>
    public abstract string Shell { get; }

    /// <summary>All shells.</summary>
    public static IReadOnlyList<ShellScript> All => Catalogue.Of<ShellScript>();

    /// <summary>The script for a program that is one word to the shell.</summary>
    /// <param name="program">The word.</param>
    /// <param name="function">A name for the shell's functions.</param>
    protected abstract string OfProgram(string program, string function);

    /// <summary>The script for a program that is an argument of another one, whose other arguments are completed as they were.</summary>
    /// <param name="start">The words, as the shell takes them.</param>
    /// <param name="ask">A command that starts the same program.</param>
    /// <param name="function">A name for the shell's functions.</param>
    protected abstract string OfArgument(StartedAs start, string ask, string function);

    /// <summary>The script for a program.</summary>
    /// <param name="start">How it is started.</param>
    /// <param name="assembly">Its assembly.</param>
    public string Write(StartedAs start, string assembly)
    {
        string function = $"_{NoName().Replace(start.Name, "_")}_complete";
        return start.Words.Count == 1
            ? OfProgram(Path.GetFileName(start.Words[0]), function)
            : OfArgument(start, new StartedAs(start.Words[0], assembly).ToString(), function);
    }

    [GeneratedRegex("[^A-Za-z0-9_]")]
    private static partial Regex NoName();
}
