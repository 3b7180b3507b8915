using System.Numerics;
using Bench.Results.Data;

namespace Bench.Results.Read;

/// <summary>The texts of what a user names, one after the other: files, pipes or devices, whatever links lead to them.</summary>
internal sealed class InputFile
{
    private const int FirstBuffer = 64 << 10;

    private byte[] buffer = [];

    /// <summary>The UTF-8 text without its byte order mark; it is gone with the next one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="pipeTime">How long a pipe may take.</param>
    /// <exception cref="ReadException">It is empty, too large, of another encoding, or a pipe that doesn't end.</exception>
    public ReadOnlySpan<byte> Read(string path, TimeSpan pipeTime)
    {
        var end = DateTime.UtcNow + pipeTime;
        // Opening a pipe waits for its writer as reading waits for its words: neither holds up more than a thread of the pool.
        using var file = Within(path, end,
            () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0));
        // What the file system calls empty may be a file of /proc.
        long length = file.CanSeek ? file.Length : 0;
        if (length > Limits.Bytes)
            throw new ReadException(path, $"is {length >> 20} MB; at most {Limits.Bytes >> 20} MB is read");
        // One byte more shows the end without growing. A pipe that is given up may still fill its own.
        if (length >= buffer.Length)
            buffer = GC.AllocateUninitializedArray<byte>((int)BitOperations.RoundUpToPowerOf2((uint)length + 1));
        return Text(path, length > 0 ? ReadAll(path, file, buffer) : Within(path, end, () => ReadAll(path, file, new byte[FirstBuffer])));
    }

    private static ArraySegment<byte> ReadAll(string path, FileStream file, byte[] buffer)
    {
        for (int filled = 0; ;)
        {
            int read = file.Read(buffer, filled, buffer.Length - filled);
            if (read == 0)
                return new(buffer, 0, filled);
            filled += read;
            if (filled > Limits.Bytes)
                throw new ReadException(path, $"is longer than {Limits.Bytes >> 20} MB; at most {Limits.Bytes >> 20} MB is read");
            if (filled == buffer.Length)
                Array.Resize(ref buffer, 2 * buffer.Length);
        }
    }

    private static ReadOnlySpan<byte> Text(string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            throw new ReadException(path, "is empty");
        // Of JSON's first two characters neither can be zero, so a zero is half of one of UTF-16's.
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, not 0, ..] or [not 0, 0, ..])
            throw new ReadException(path, "is UTF-16 text: save it as UTF-8");
        return bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
    }

    private static T Within<T>(string path, DateTime end, Func<T> work)
    {
        var task = Task.Run(work);
        var left = end - DateTime.UtcNow;
        return Task.WaitAny([task], left > TimeSpan.Zero ? left : TimeSpan.Zero) == 0
            ? task.GetAwaiter().GetResult()
            : throw new ReadException(path,
                "did not end in time: is it a pipe that nobody writes to, or that isn't closed? A file has no such limit");
    }
}
