using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Bench.Interop.Files;

namespace Bench.Interop.Memory;

/// <summary>Owner of a file that lives in memory (memfd_create(2)); gone with its last descriptor and mapping.</summary>
[SupportedOSPlatform("linux")]
public sealed partial class Memfd : IDisposable
{
    private const uint MFD_CLOEXEC = 1;

    private int fd;

    private Memfd(int fd) => this.fd = fd;

    /// <summary>Its descriptor; the same number in processes that inherit it.</summary>
    public int Descriptor => fd;

    /// <summary>An empty file.</summary>
    /// <param name="name">Seen in /proc/self/maps only.</param>
    /// <param name="inherited">Whether processes started from now on have it too.</param>
    /// <exception cref="SystemError">ENOSYS, EPERM (a seccomp filter), EMFILE, ENOMEM.</exception>
    public static Memfd Create(string name, bool inherited = false)
    {
        int fd = memfd_create(name, inherited ? 0 : MFD_CLOEXEC);
        return fd >= 0 ? new Memfd(fd) : throw SystemError.Last("memfd_create");
    }

    /// <summary>
    /// Makes it <paramref name="bytes"/> long (ftruncate(2)); what is cut off is freed, also where it is mapped, and what is added reads
    /// zero.
    /// </summary>
    /// <exception cref="SystemError">ftruncate(2) failed.</exception>
    public void Resize(long bytes)
    {
        if (ftruncate(fd, (nint)bytes) != 0)
            throw SystemError.Last("ftruncate");
    }

    /// <summary>Closes the descriptor; later calls do nothing.</summary>
    public void Dispose()
    {
        int open = Interlocked.Exchange(ref fd, -1);
        if (open >= 0)
            Unistd.close(open);
    }

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int memfd_create(string name, uint flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int ftruncate(int fd, nint length);
}
