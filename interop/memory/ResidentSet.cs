using System.Buffers.Text;
using System.Runtime.Versioning;
using Bench.Interop.Files;

namespace Bench.Interop.Memory;

/// <summary>This process's resident memory, as the kernel accounts for it.</summary>
[SupportedOSPlatform("linux")]
public static unsafe class ResidentSet
{
    private const int StatusBytes = 8192;

    /// <summary>
    /// Bytes of anonymous memory: RssAnon in /proc/self/status (proc_pid_status(5), Linux 4.5); -1 where it can't be read. Before Linux
    /// 6.17 it may be off by some dozens of pages a processor. Allocates nothing.
    /// </summary>
    public static long AnonymousBytes()
    {
        var path = "/proc/self/status\0"u8;
        byte* text = stackalloc byte[StatusBytes];
        int fd;
        fixed (byte* name = path)
            fd = Unistd.open(name, Unistd.O_RDONLY | Unistd.O_CLOEXEC);
        if (fd < 0)
            return -1;
        nint length = Unistd.read(fd, text, StatusBytes);
        Unistd.close(fd);
        return length <= 0 ? -1 : Parse(new ReadOnlySpan<byte>(text, (int)length));
    }

    internal static long Parse(ReadOnlySpan<byte> status)
    {
        var key = "\nRssAnon:"u8;
        int at = status.IndexOf(key);
        return at >= 0 && Utf8Parser.TryParse(status[(at + key.Length)..].TrimStart("\t "u8), out long kib, out _)
            && kib is >= 0 and <= long.MaxValue / 1024 ? kib * 1024 : -1;
    }
}
