using System.Reflection;

namespace Bench.Results.Profiles;

/// <summary>
/// Which stage of a fault or a call each function of the kernel belongs to, as the file <c>stages</c> beside this one says, which also says
/// how it is read.
/// </summary>
public sealed class StageTable
{
    /// <summary>The stage of a thread that ran its own instructions.</summary>
    public const string User = "user instruction";

    /// <summary>The stage of what the table doesn't know.</summary>
    public const string NotPlaced = "not placed";

    private const string Helper = "as its caller", WithCallees = "with all it calls";

    private readonly Dictionary<string, (string Stage, string How)> whole = new(StringComparer.Ordinal);
    private readonly List<string> stages = [];
    private readonly List<(string Beginning, string Stage, string How)> beginnings = [];

    private StageTable(string text)
    {
        foreach (var (at, line) in text.Split('\n').Index().Where(line => line.Item.Trim() is [not '#', ..]))
        {
            string[] columns = line.Split('|', StringSplitOptions.TrimEntries);
            if (columns is not [var stage, var how and ("" or Helper or WithCallees), var functions])
                throw new FormatException($"stages:{at + 1}: a stage, how it is taken, and functions were expected");
            if (stage.Length > 0)
                stages.Add(stage);
            foreach (string function in functions.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                Add(function, stage, how, at + 1);
        }
        beginnings.Sort((x, y) => y.Beginning.Length - x.Beginning.Length);
    }

    /// <summary>The table of this build.</summary>
    public static StageTable Own { get; } = Parse(OwnText());

    /// <summary>Stages in the order of the table, the user's first and what is not placed last.</summary>
    public IReadOnlyList<string> Stages => [User, .. stages.Distinct(), NotPlaced];

    /// <summary>Reads a table.</summary>
    /// <exception cref="FormatException">A line is none, or names a function again.</exception>
    public static StageTable Parse(string text) => new(text);

    /// <summary>The stage of a stack, and what decided that.</summary>
    /// <param name="functions">From the entry inwards.</param>
    /// <returns>The stage, and the function; of a stack that is not placed the one that the table doesn't know.</returns>
    public (string Stage, string By) Of(IReadOnlyList<string> functions)
    {
        if (functions.Count == 0)
            return (User, User);
        var found = functions.Select(Find).ToArray();
        int at = Array.FindIndex(found, entry => entry?.How == WithCallees);
        if (at < 0)
            at = Array.FindLastIndex(found, entry => entry?.How != Helper);
        return at < 0 ? (NotPlaced, functions[^1]) : (found[at]?.Stage ?? NotPlaced, functions[at]);
    }

    private void Add(string function, string stage, string how, int line)
    {
        bool beginning = function[^1] == '*';
        string name = function.TrimEnd('*');
        if (beginning ? beginnings.Any(entry => entry.Beginning == name) : !whole.TryAdd(name, (stage, how)))
            throw new FormatException($"stages:{line}: {function} stands there twice");
        if (beginning)
            beginnings.Add((name, stage, how));
    }

    private (string Stage, string How)? Find(string function)
    {
        // What the compiler split off or specialised: x.isra.0, x.cold.
        string name = function.IndexOf('.') is > 0 and var dot ? function[..dot] : function;
        if (whole.TryGetValue(name, out var entry))
            return entry;
        int at = beginnings.FindIndex(known => name.StartsWith(known.Beginning, StringComparison.Ordinal));
        return at >= 0 ? (beginnings[at].Stage, beginnings[at].How) : null;
    }

    private static string OwnText()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("stages")!);
        return reader.ReadToEnd();
    }
}
