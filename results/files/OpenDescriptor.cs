using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Win32.SafeHandles;

namespace Bench.Results.Files;

/// <summary>
/// An open file of this process that has a path in /proc: to open it anew would begin a file again that a shell appends to, and can't be
/// done for a socket.
/// </summary>
/// <param name="Number">The descriptor.</param>
internal sealed partial record OpenDescriptor(int Number)
{
    /// <summary>What <paramref name="path"/> names, or null.</summary>
    public static OpenDescriptor? Named(string path) =>
        Paths().Match(Path.GetFullPath(path)) is { Success: true } match
        && (match.Groups["process"].Value is "" or "self" or "thread-self" || match.Groups["process"].Value == $"{Environment.ProcessId}")
        && int.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? new OpenDescriptor(number)
            : null;

    /// <summary>Writes where the descriptor stands.</summary>
    /// <exception cref="IOException">It is not open, or can't be written to.</exception>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        using var stream = Open();
        stream.Write(bytes);
    }

    // The console's own streams end quietly where nobody reads any more.
    private Stream Open() => Number switch
    {
        1 => Console.OpenStandardOutput(),
        2 => Console.OpenStandardError(),
        _ => new FileStream(new SafeFileHandle(Number, ownsHandle: false), FileAccess.Write, bufferSize: 0),
    };

    [GeneratedRegex("^/(dev|proc/(?<process>self|thread-self|[0-9]+))/fd/(?<number>[0-9]+)$")]
    private static partial Regex Paths();
}
