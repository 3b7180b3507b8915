using System.Buffers;
using System.Security;
using System.Text;

namespace Bench.Machine.Readers;

/// <summary>
/// /proc, /sys and their neighbours, below a root of one's choice. Kernels, containers and permissions differ in what is there, so
/// nothing here throws: what can't be read is null or empty.
/// </summary>
/// <param name="root">The directory in which <c>/proc</c> and <c>/sys</c> lie; "/" is the running system.</param>
internal sealed class SystemTree(string root = "/")
{
    /// <summary>The value of a fact whose file is there but can't be read or understood.</summary>
    public const string Unknown = "unknown";

    /// <summary>The value of a fact whose file this system hasn't got.</summary>
    public const string NotThere = "not there";

    // The largest file of interest is /proc/cpuinfo of a machine with hundreds of processors.
    private const int MaxBytes = 4 << 20;

    /// <summary>Whether this is the running system, so that the processor may be asked as well as the files.</summary>
    public bool IsLive => root == "/";

    /// <summary>Where <paramref name="path"/>, absolute, lies.</summary>
    public string Locate(string path) => IsLive ? path : root.TrimEnd('/') + path;

    /// <summary>Whether a file or directory is there.</summary>
    public bool Exists(string path) => Path.Exists(Locate(path));

    /// <summary>
    /// The whole file, control characters but line ends made blanks: values go to terminals. Null where it can't be read.
    /// </summary>
    public string? Text(string path)
    {
        // Most of what is asked for is missing somewhere; an exception for each would be slow.
        if (!File.Exists(Locate(path)) || Try(() => Read(Locate(path))) is not { } bytes)
            return null;
        var text = new StringBuilder(Encoding.UTF8.GetString(bytes));
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) && text[i] != '\n')
                text[i] = ' ';
        }
        return text.ToString();
    }

    /// <summary>The file's lines; none where it can't be read.</summary>
    public IReadOnlyList<string> Lines(string path) => Text(path)?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>The file's first line, trimmed; null where it can't be read or is empty.</summary>
    public string? Line(string path) => Lines(path) is [var first, ..] && first.Trim() is { Length: > 0 } line ? line : null;

    /// <summary>The file's first line, or <see cref="Unknown"/> or <see cref="NotThere"/>.</summary>
    public string LineOrWhy(string path) => Line(path) ?? Absent(path);

    /// <summary>What to say of a file that gave nothing: <see cref="Unknown"/> or <see cref="NotThere"/>.</summary>
    public string Absent(string path) => Exists(path) ? Unknown : NotThere;

    /// <summary>The file's first line as a whole number; null where it isn't one.</summary>
    public long? Number(string path) => KernelNumbers.Whole(Line(path));

    /// <summary>The value of the first line "<paramref name="key"/>: value", as /proc writes tables; null where there is none.</summary>
    public string? Field(string path, string key)
    {
        foreach (string line in Lines(path))
        {
            int colon = line.IndexOf(':');
            if (colon > 0 && line.AsSpan(0, colon).Trim().SequenceEqual(key))
                return line[(colon + 1)..].Trim();
        }
        return null;
    }

    /// <summary>Names in a directory, in ordinal order; none where it can't be listed.</summary>
    public IReadOnlyList<string> Names(string directory)
    {
        if (!Directory.Exists(Locate(directory)))
            return [];
        string[] names = Try(() => Directory.GetFileSystemEntries(Locate(directory))) ?? [];
        return [.. names.Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
    }

    private static byte[] Read(string path)
    {
        // The length that /proc and /sys report is no guide.
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        var content = new ArrayBufferWriter<byte>(4096);
        int read;
        while (content.WrittenCount < MaxBytes && (read = file.Read(content.GetSpan(4096))) > 0)
            content.Advance(read);
        return content.WrittenSpan.ToArray();
    }

    private static T? Try<T>(Func<T> read) where T : class
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e
            is IOException or UnauthorizedAccessException or SecurityException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
