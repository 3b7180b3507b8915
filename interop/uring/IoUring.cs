using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Bench.Interop.Syscalls;

namespace Bench.Interop.Uring;

/// <summary>linux/io_uring.h (include/uapi/linux/io_uring.h): the calls, which libc does not wrap, and their constants.</summary>
[SupportedOSPlatform("linux")]
public static unsafe class IoUring
{
    /// <summary>io_uring_setup(2): offset at which both rings are mapped, where IORING_FEAT_SINGLE_MMAP is set.</summary>
    public const nint IORING_OFF_SQ_RING = 0;

    /// <summary>io_uring_setup(2): offset at which the submission entries are mapped.</summary>
    public const nint IORING_OFF_SQES = 0x10000000;

    /// <summary>io_uring_setup(2), features: both rings are one mapping (Linux 5.4).</summary>
    public const uint IORING_FEAT_SINGLE_MMAP = 1;

    /// <summary>io_uring_enter(2): wait for completions.</summary>
    public const uint IORING_ENTER_GETEVENTS = 1;

    /// <summary>Operation that does nothing.</summary>
    public const byte IORING_OP_NOP = 0;

    /// <summary>Operation pread(2) (Linux 5.6).</summary>
    public const byte IORING_OP_READ = 22;

    /// <summary>
    /// io_uring_setup(2): the descriptor of a new ring, or -1. Errors: ENOSYS (not built in), EPERM (kernel.io_uring_disabled, or a seccomp
    /// filter), ENOMEM, EINVAL.
    /// </summary>
    public static int Setup(uint entries, io_uring_params* parameters) =>
        (int)Libc.syscall(SyscallNumbers.IoUringSetup, (nint)entries, (nint)parameters, 0, 0, 0, 0);

    /// <summary>io_uring_enter(2): entries consumed, or -1. Errors: EINTR, EAGAIN, EBUSY (completions overflow), EBADF.</summary>
    public static int Enter(int fd, uint toSubmit, uint minComplete, uint flags) =>
        (int)Libc.syscall(SyscallNumbers.IoUringEnter, fd, (nint)toSubmit, (nint)minComplete, (nint)flags, 0, 0);
}

/// <summary>struct io_sqring_offsets: where the parts of the submission ring lie in its mapping, in bytes.</summary>
[StructLayout(LayoutKind.Sequential, Size = 40)]
public struct io_sqring_offsets
{
    /// <summary>Next entry that the kernel takes; ours to read.</summary>
    public uint head;

    /// <summary>Next entry that we fill; ours to write.</summary>
    public uint tail;

    /// <summary>Entries - 1.</summary>
    public uint ring_mask;

    /// <summary>Entries.</summary>
    public uint ring_entries;

    /// <summary>IORING_SQ_*.</summary>
    public uint flags;

    /// <summary>Entries that the kernel found invalid.</summary>
    public uint dropped;

    /// <summary>Index of the submission entry for each place of the ring.</summary>
    public uint array;
}

/// <summary>struct io_cqring_offsets: the same of the completion ring.</summary>
[StructLayout(LayoutKind.Sequential, Size = 40)]
public struct io_cqring_offsets
{
    /// <summary>Next completion that we take; ours to write.</summary>
    public uint head;

    /// <summary>Next completion that the kernel gives; ours to read.</summary>
    public uint tail;

    /// <summary>Entries - 1.</summary>
    public uint ring_mask;

    /// <summary>Entries.</summary>
    public uint ring_entries;

    /// <summary>Completions that found no place.</summary>
    public uint overflow;

    /// <summary>The completions.</summary>
    public uint cqes;
}

/// <summary>struct io_uring_params (io_uring_setup(2)): 120 bytes.</summary>
[StructLayout(LayoutKind.Explicit, Size = 120)]
public struct io_uring_params
{
    /// <summary>Submission entries: as asked for, rounded up to a power of two.</summary>
    [FieldOffset(0)] public uint sq_entries;

    /// <summary>Completion entries: twice as many.</summary>
    [FieldOffset(4)] public uint cq_entries;

    /// <summary>IORING_SETUP_*.</summary>
    [FieldOffset(8)] public uint flags;

    /// <summary>IORING_FEAT_*, from the kernel.</summary>
    [FieldOffset(20)] public uint features;

    /// <summary>Submission ring.</summary>
    [FieldOffset(40)] public io_sqring_offsets sq_off;

    /// <summary>Completion ring.</summary>
    [FieldOffset(80)] public io_cqring_offsets cq_off;
}

/// <summary>struct io_uring_sqe: one operation asked for, 64 bytes.</summary>
[StructLayout(LayoutKind.Explicit, Size = 64)]
public struct io_uring_sqe
{
    /// <summary>IORING_OP_*.</summary>
    [FieldOffset(0)] public byte opcode;

    /// <summary>IOSQE_*.</summary>
    [FieldOffset(1)] public byte flags;

    /// <summary>Descriptor to work on.</summary>
    [FieldOffset(4)] public int fd;

    /// <summary>Offset in the file, bytes.</summary>
    [FieldOffset(8)] public ulong off;

    /// <summary>Address of the buffer.</summary>
    [FieldOffset(16)] public ulong addr;

    /// <summary>Bytes of the buffer.</summary>
    [FieldOffset(24)] public uint len;

    /// <summary>Comes back with the completion.</summary>
    [FieldOffset(32)] public ulong user_data;
}

/// <summary>struct io_uring_cqe: one operation done, 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct io_uring_cqe
{
    /// <summary>The submission's own.</summary>
    public ulong user_data;

    /// <summary>What the system call would have returned, or -errno.</summary>
    public int res;

    /// <summary>IORING_CQE_F_*.</summary>
    public uint flags;
}
