using System.Text;

namespace Bench.Results.Show;

/// <summary>The encoding that the user's locale asks for (locale(7)), in which what it lacks is spelt in ASCII.</summary>
public static class LocaleEncoding
{
    /// <summary>That of this process.</summary>
    public static Encoding Own => Named(Environment.GetEnvironmentVariable);

    /// <summary>
    /// The encoding under the environment that <paramref name="variable"/> reads. Where it says nothing it is UTF-8, as terminals are now,
    /// and not ASCII as in POSIX.
    /// </summary>
    public static Encoding Named(Func<string, string?> variable)
    {
        string[] order = ["LC_ALL", "LC_CTYPE", "LANG"];
        string locale = order.Select(variable).FirstOrDefault(value => value is { Length: > 0 }) ?? "C.UTF-8";
        string charset = locale.Split('@')[0].Split('.') is [_, var name] ? name : "";
        return charset.Replace("-", "").Equals("UTF8", StringComparison.OrdinalIgnoreCase) ? new UTF8Encoding(false)
            : Encoding.GetEncoding(IsLatin1(charset) ? "ISO-8859-1" : "US-ASCII", new Spelling(), DecoderFallback.ReplacementFallback);
    }

    private static bool IsLatin1(string charset) => charset.Replace("-", "").Equals("ISO88591", StringComparison.OrdinalIgnoreCase);
}
