using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Bench.Interop.Files;
using Bench.Interop.Memory;
using Bench.Interop.Syscalls;

namespace Bench.Interop.Userfaults;

/// <summary>
/// Page faults handled in user space (userfaultfd(2), ioctl_userfaultfd(2); include/uapi/linux/userfaultfd.h). A thread that touches a
/// missing page of a registered range sleeps until some other thread has filled it. It must do so outside managed code: the runtime could
/// not stop it for a collection, and the handler, stopped for the same collection, could not wake it.
/// </summary>
[SupportedOSPlatform("linux")]
public sealed unsafe partial class Userfaultfd : IDisposable
{
    /// <summary>userfaultfd(2): only faults from user mode are handled, which needs no privilege. Linux 5.11.</summary>
    public const int UFFD_USER_MODE_ONLY = 1;

    /// <summary>ioctl_userfaultfd(2): pages that are missing are reported.</summary>
    public const ulong UFFDIO_REGISTER_MODE_MISSING = 1;

    /// <summary>
    /// ioctl_userfaultfd(2): writes to pages that were protected are reported. Where none is, what remains is that the kernel maps no
    /// neighbours around a fault (include/linux/userfaultfd_k.h, uffd_disable_fault_around()).
    /// </summary>
    public const ulong UFFDIO_REGISTER_MODE_WP = 2;

    /// <summary>UFFDIO_API: write protection also on shared memory. Linux 5.19.</summary>
    public const ulong UFFD_FEATURE_WP_HUGETLBFS_SHMEM = 1 << 12;

    /// <summary>ioctl_userfaultfd(2): bit of UFFDIO_COPY among the operations that a registered range has.</summary>
    public const ulong CopyOperation = 1 << 3;

    private const ulong UFFD_FEATURE_PAGEFAULT_FLAG_WP = 1 << 0;
    private const ulong UFFD_API = 0xAA;

    // asm-generic/ioctl.h: direction << 30 | size << 16 | type 0xAA << 8 | number; the same on x86-64 and arm64.
    private const nuint UFFDIO_API = 0xC018_AA3F;
    private const nuint UFFDIO_REGISTER = 0xC020_AA00;
    private const nuint UFFDIO_WAKE = 0x8010_AA02;
    private const nuint UFFDIO_COPY = 0xC028_AA03;

    private const int O_NONBLOCK = 0x800;
    private const int MessageBytes = 32;
    private const byte UFFD_EVENT_PAGEFAULT = 0x12;

    private int fd;

    private Userfaultfd(int fd) => this.fd = fd;

    /// <summary>UFFD_FEATURE_*: all that this kernel knows.</summary>
    public ulong Features { get; private set; }

    /// <summary>The descriptor, for poll(2).</summary>
    public int Descriptor => fd;

    /// <summary>Opens one for faults from user mode; null with the reason where the system lacks or forbids it.</summary>
    /// <param name="features">UFFD_FEATURE_*, 0 for none.</param>
    /// <param name="reason">ENOSYS (no CONFIG_USERFAULTFD), EPERM (seccomp), EINVAL (before Linux 5.11, or no such feature).</param>
    public static Userfaultfd? TryOpen(ulong features, out string reason)
    {
        int fd = (int)Libc.syscall(SyscallNumbers.Current.Userfaultfd, Unistd.O_CLOEXEC | O_NONBLOCK | UFFD_USER_MODE_ONLY);
        if (fd < 0)
        {
            reason = $"needs userfaultfd of Linux 5.11: {SystemError.Last("userfaultfd").Message}";
            return null;
        }
        var opened = new Userfaultfd(fd);
        uffdio_api api = new() { api = UFFD_API, features = features == 0 ? 0 : features | UFFD_FEATURE_PAGEFAULT_FLAG_WP };
        reason = ioctl(fd, UFFDIO_API, &api) == 0
            ? ""
            : $"this kernel's userfaultfd lacks feature {features:x}: {SystemError.Last("ioctl(UFFDIO_API)").Message}";
        opened.Features = api.features;
        if (reason.Length == 0)
            return opened;
        opened.Dispose();
        return null;
    }

    /// <summary>Has faults in <paramref name="range"/> reported from now on.</summary>
    /// <param name="range">The mapping; unmapping it also ends this.</param>
    /// <param name="mode">UFFDIO_REGISTER_MODE_*.</param>
    /// <returns>The operations that the range has now, a bit each: <see cref="CopyOperation"/> and others.</returns>
    /// <exception cref="SystemError">EINVAL: the mapping is of a kind that can't be registered so. EBUSY: another one has it.</exception>
    public ulong Register(Mapping range, ulong mode)
    {
        uffdio_register register = new() { start = (ulong)range.Address, len = range.Length, mode = mode };
        if (ioctl(fd, UFFDIO_REGISTER, &register) != 0)
            throw SystemError.Last("ioctl(UFFDIO_REGISTER)");
        return register.ioctls;
    }

    /// <summary>Takes the next fault, without waiting. Allocates nothing.</summary>
    /// <param name="address">The address touched, rounded down to its page.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="SystemError">read(2) failed otherwise than by EAGAIN.</exception>
    public bool TryRead(out nuint address)
    {
        ulong* message = stackalloc ulong[MessageBytes / sizeof(ulong)];
        address = 0;
        if (Unistd.read(fd, message, MessageBytes) != MessageBytes)
            return Marshal.GetLastPInvokeError() is Errno.EAGAIN or Errno.EINTR ? false : throw SystemError.Last("read of a userfaultfd");
        // struct uffd_msg: event in byte 0; for a page fault, flags at 8 and the address at 16.
        address = (nuint)message[2];
        return *(byte*)message == UFFD_EVENT_PAGEFAULT;
    }

    /// <summary>
    /// Maps copies of <paramref name="source"/> and wakes whoever waits for them. Pages that are there already stay. Allocates nothing.
    /// </summary>
    /// <param name="destination">Start of the missing pages.</param>
    /// <param name="source">As many bytes to copy.</param>
    /// <param name="length">Bytes, a multiple of the page size.</param>
    /// <returns>0, or an error number: ENOENT or ESRCH where the range has gone.</returns>
    public int Copy(nuint destination, byte* source, nuint length)
    {
        for (nuint done = 0; done < length;)
        {
            uffdio_copy copy = new() { dst = destination + done, src = (ulong)source + done, len = length - done };
            if (ioctl(fd, UFFDIO_COPY, &copy) == 0)
                return 0;
            int error = Marshal.GetLastPInvokeError();
            // EAGAIN: the address space was changing, or part is done; the field then says how much.
            if (error is not (Errno.EAGAIN or Errno.EEXIST))
                return error;
            if (copy.copy > 0)
                done += (nuint)copy.copy;
            else if (error == Errno.EEXIST)
                done += (nuint)PageSize.Bytes;
        }
        return Wake(destination, length);
    }

    /// <summary>Closes it, which wakes all who wait: their faults are handled by the kernel again. Later calls do nothing.</summary>
    public void Dispose()
    {
        int open = Interlocked.Exchange(ref fd, -1);
        if (open >= 0)
            Unistd.close(open);
    }

    private int Wake(nuint start, nuint length)
    {
        uffdio_range range = new() { start = start, len = length };
        return ioctl(fd, UFFDIO_WAKE, &range) == 0 ? 0 : Marshal.GetLastPInvokeError();
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int ioctl(int fd, nuint request, void* argument);

#pragma warning disable CS0649, CS0169 // Written and read by the kernel.
    private struct uffdio_api
    {
        public ulong api, features, ioctls;
    }

    private struct uffdio_range
    {
        public ulong start, len;
    }

    private struct uffdio_register
    {
        public ulong start, len, mode, ioctls;
    }

    private struct uffdio_copy
    {
        public ulong dst, src, len, mode;
        public long copy;
    }
#pragma warning restore CS0649, CS0169
}
