namespace Bench.Results.Data;

/// <summary>Input that can't be used. The message is one line: the file and the reason.</summary>
public sealed class ReadException : Exception
{
    private const int LongestReason = 300;

    /// <summary>Builds the one-line message; control characters a hostile file put into <paramref name="reason"/> are blanked.</summary>
    public ReadException(string file, string reason, Exception? inner = null)
        : base(OneLine($"{file}: {reason}"), inner)
    {
        File = file;
        Reason = OneLine(reason);
    }

    /// <summary>The file or folder that can't be used, as the user named it.</summary>
    public string File { get; }

    /// <summary>Why not.</summary>
    public string Reason { get; }

    /// <summary><paramref name="text"/> as one line of at most so many characters.</summary>
    internal static string OneLine(string text, int longest = LongestReason)
    {
        string kept = string.Concat(text.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c));
        return kept.Length <= longest ? kept : string.Concat(kept.AsSpan(0, longest), "…");
    }
}
