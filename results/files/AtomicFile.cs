using System.Text;

namespace Bench.Results.Files;

/// <summary>
/// Writes a file so that a reader, or a power cut, finds the old text or the new text and never half of one. A file that is replaced keeps
/// its mode and its owner, and a link goes on leading to it. What can't be replaced is written to where it is: devices, pipes, open
/// descriptors (<c>/dev/stdout</c>), a file of several names, and one that may be written to but whose folder or owner forbids another in
/// its place.
/// </summary>
public static class AtomicFile
{
    /// <summary>Writes UTF-8 text.</summary>
    /// <exception cref="IOException">The file can't be written; a file that was there before is unharmed, unless it had to be written in
    /// place.</exception>
    /// <exception cref="UnauthorizedAccessException">The file can't be written.</exception>
    public static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes bytes.</summary>
    /// <exception cref="IOException">The file can't be written; a file that was there before is unharmed, unless it had to be written in
    /// place.</exception>
    /// <exception cref="UnauthorizedAccessException">The file can't be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        string named = Path.GetFullPath(path);
        if (!OperatingSystem.IsLinux())
        {
            Replacement.Write(named, named, bytes, null);
            return;
        }

        string place = LinkTarget.Of(named);
        if (OpenDescriptor.Named(place) is { } descriptor)
            descriptor.Write(bytes);
        else if (OldFile.Of(place) is not { } old)
            Replacement.Write(named, place, bytes, null);
        else if (old.IsFolder)
            throw new IOException($"{named} is a folder: a file was expected");
        else if (!old.CanBeReplaced)
            InPlace.Write(place, bytes);
        else
            Replacement.Write(named, place, bytes, old);
    }
}
