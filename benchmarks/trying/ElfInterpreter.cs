using System.Buffers.Binary;
using System.Text;

namespace Bench.Trying;

/// <summary>The loader that a program of 64-bit ELF names (elf(5), PT_INTERP).</summary>
internal static class ElfInterpreter
{
    private const int PT_INTERP = 3;
    private const int LongestPath = 4096;

    /// <summary>How a file of 64-bit ELF begins, of the little end first.</summary>
    public static ReadOnlySpan<byte> Magic => "\u007fELF\u0002\u0001"u8;

    /// <summary>Its path; null where the file is no such program, or a static one.</summary>
    public static string? Of(string path) => Read(path, Read);

    /// <summary>Whether the file is such a program, with a loader or without.</summary>
    public static bool IsProgram(string path) => Read(path, Head) is not null;

    private static T? Read<T>(string path, Func<FileStream, T?> read)
        where T : class
    {
        try
        {
            using var file = File.OpenRead(path);
            return read(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static byte[]? Head(FileStream file) =>
        At(file, 0, 64) is { } head && head.AsSpan().StartsWith(Magic) ? head : null;

    private static string? Read(FileStream file)
    {
        // e_ident, then e_phoff at 32, e_phentsize at 54 and e_phnum at 56.
        if (Head(file) is not { } head)
            return null;
        long table = BinaryPrimitives.ReadInt64LittleEndian(head.AsSpan(32));
        int bytes = BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(54));
        int count = BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(56));
        var entries = Enumerable.Range(0, count).Select(i => At(file, table + (long)i * bytes, 56)).OfType<byte[]>();
        return entries.FirstOrDefault(entry => BinaryPrimitives.ReadInt32LittleEndian(entry) == PT_INTERP) is { } interpreter
            ? Text(file, interpreter)
            : null;
    }

    // p_offset at 8, p_filesz at 32.
    private static string? Text(FileStream file, byte[] entry) =>
        BinaryPrimitives.ReadInt64LittleEndian(entry.AsSpan(32)) is > 0 and <= LongestPath and var length
            && At(file, BinaryPrimitives.ReadInt64LittleEndian(entry.AsSpan(8)), (int)length) is { } text
            ? Encoding.UTF8.GetString(text).TrimEnd('\0')
            : null;

    private static byte[]? At(FileStream file, long offset, int length)
    {
        if (offset < 0 || offset > file.Length)
            return null;
        byte[] read = new byte[length];
        file.Position = offset;
        return file.ReadAtLeast(read, length, throwOnEndOfStream: false) == length ? read : null;
    }
}
