using Bench.Results.Data;

namespace Bench.Results.Read;

/// <summary>The text of what a user names: a file, a pipe or a device, whatever links lead to it.</summary>
internal static class InputFile
{
    private const int FirstBuffer = 64 << 10;

    /// <summary>The UTF-8 text without its byte order mark.</summary>
    /// <param name="path">The file.</param>
    /// <param name="pipeTime">How long a pipe may take.</param>
    /// <exception cref="ReadException">It is empty, too large, of another encoding, or a pipe that doesn't end.</exception>
    public static ReadOnlyMemory<byte> Read(string path, TimeSpan pipeTime)
    {
        var end = DateTime.UtcNow + pipeTime;
        // Opening a pipe waits for its writer as reading waits for its words: neither holds up more than a thread of the pool.
        using var file = Within(path, end, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0));
        // What the file system calls empty may be a file of /proc.
        var length = file.CanSeek ? file.Length : 0;
        if (length > Limits.Bytes)
            throw new ReadException(path, $"is {length >> 20} MB; at most {Limits.Bytes >> 20} MB is read");
        var bytes = length > 0 ? ReadAll(path, file, length) : Within(path, end, () => ReadAll(path, file, FirstBuffer));
        return bytes.Length == 0 ? throw new ReadException(path, "is empty") : Text(path, bytes);
    }

    private static ReadOnlyMemory<byte> ReadAll(string path, FileStream file, long expected)
    {
        // One byte more shows the end without growing.
        var buffer = new byte[expected + 1];
        for (var filled = 0; ;)
        {
            var read = file.Read(buffer, filled, buffer.Length - filled);
            if (read == 0)
                return buffer.AsMemory(0, filled);
            filled += read;
            if (filled > Limits.Bytes)
                throw new ReadException(path, $"is longer than {Limits.Bytes >> 20} MB; at most {Limits.Bytes >> 20} MB is read");
            if (filled == buffer.Length)
                Array.Resize(ref buffer, (int)Math.Min(2L * buffer.Length, Limits.Bytes + 1));
        }
    }

    private static ReadOnlyMemory<byte> Text(string path, ReadOnlyMemory<byte> bytes)
    {
        var start = bytes.Span[..Math.Min(2, bytes.Length)];
        // Of JSON's first two characters neither can be zero, so a zero is half of one of UTF-16's.
        if (start is [0xFF, 0xFE] or [0xFE, 0xFF] or [0, not 0] or [not 0, 0])
            throw new ReadException(path, "is UTF-16 text: save it as UTF-8");
        return bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
    }

    private static T Within<T>(string path, DateTime end, Func<T> work)
    {
        var task = Task.Run(work);
        var left = end - DateTime.UtcNow;
        return Task.WaitAny([task], left > TimeSpan.Zero ? left : TimeSpan.Zero) == 0
            ? task.GetAwaiter().GetResult()
            : throw new ReadException(path, "did not end in time: is it a pipe that nobody writes to, or that isn't closed? A file has no such limit");
    }
}
