namespace Bench.Results.Files;

/// <summary>Writes to what is there, whatever it is.</summary>
internal static class InPlace
{
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        stream.Write(bytes);
        if (IsFile(stream))
            stream.SetLength(bytes.Length);
    }

    // A device may be able to seek, and has no length.
    private static bool IsFile(FileStream stream) => stream.CanSeek && stream.Length > 0;
}
