using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Bench.Interop.Files;
using Bench.Interop.Memory;

namespace Bench.Interop.Uring;

/// <summary>An io_uring and its mappings (io_uring(7), io_uring_setup(2)); for one thread.</summary>
[SupportedOSPlatform("linux")]
public sealed unsafe class Ring : IDisposable
{
    private readonly int fd;
    private readonly Mapping rings;
    private readonly Mapping entries;
    private SubmissionQueue submissions;
    private readonly CompletionQueue completions;
    private bool disposed;

    private Ring(int fd, in io_uring_params made, Mapping rings, Mapping entries)
    {
        this.fd = fd;
        this.rings = rings;
        this.entries = entries;
        Entries = made.sq_entries;
        byte* at = rings.Address;
        // The kernel takes entries by way of this array; each place names the entry of its own number, once and for all.
        uint* array = (uint*)(at + made.sq_off.array);
        for (uint i = 0; i < made.sq_entries; i++)
            array[i] = i;
        submissions = new SubmissionQueue((uint*)(at + made.sq_off.head), (uint*)(at + made.sq_off.tail), made.sq_entries,
            (io_uring_sqe*)entries.Address);
        completions = new CompletionQueue((uint*)(at + made.cq_off.head), (uint*)(at + made.cq_off.tail), made.cq_entries,
            (io_uring_cqe*)(at + made.cq_off.cqes));
    }

    /// <summary>Operations that can be asked for at once; completions have twice the room.</summary>
    public uint Entries { get; }

    /// <summary>
    /// A ring for at least <paramref name="entries"/> operations at once; null with the reason where the system forbids or lacks it.
    /// </summary>
    public static Ring? TryCreate(uint entries, out string reason)
    {
        io_uring_params made = default;
        int fd = IoUring.Setup(entries, &made);
        if (fd < 0)
        {
            int errno = Marshal.GetLastPInvokeError();
            reason = new SystemError("io_uring_setup", errno).Message + errno switch
            {
                Errno.ENOSYS => ": this kernel has no io_uring, or a seccomp filter hides it",
                Errno.EPERM or Errno.EACCES => ": kernel.io_uring_disabled or a seccomp filter forbids it",
                _ => "",
            };
            return null;
        }
        if ((made.features & IoUring.IORING_FEAT_SINGLE_MMAP) == 0)
        {
            Unistd.close(fd);
            reason = "io_uring needs Linux 5.4";
            return null;
        }
        try
        {
            nuint bytes = Math.Max(made.sq_off.array + made.sq_entries * sizeof(uint),
                made.cq_off.cqes + made.cq_entries * (uint)sizeof(io_uring_cqe));
            var rings = Mapping.Shared(fd, Pages(bytes), IoUring.IORING_OFF_SQ_RING);
            var places = Mapping.Shared(fd, Pages(made.sq_entries * (uint)sizeof(io_uring_sqe)), IoUring.IORING_OFF_SQES);
            reason = "";
            return new Ring(fd, made, rings, places);
        }
        catch (SystemError error)
        {
            Unistd.close(fd);
            reason = error.Message;
            return null;
        }
    }

    /// <summary>
    /// The next operation to fill in; null where <see cref="Entries"/> are pending. What an earlier one left in it is still there.
    /// </summary>
    public io_uring_sqe* Next() => submissions.Next();

    /// <summary>
    /// Hands over everything filled in and waits until <paramref name="completed"/> completions are ready: one io_uring_enter(2), but for
    /// signals.
    /// </summary>
    /// <exception cref="SystemError">io_uring_enter(2) failed.</exception>
    public void SubmitAndWait(uint completed)
    {
        submissions.Publish();
        do
        {
            if (IoUring.Enter(fd, submissions.Pending, completed, IoUring.IORING_ENTER_GETEVENTS) < 0
                && Marshal.GetLastPInvokeError() != Errno.EINTR)
                throw SystemError.Last("io_uring_enter");
        }
        while (submissions.Pending > 0 || completions.Ready < completed);
    }

    /// <summary>Takes the next completion; false where none is ready.</summary>
    public bool TryTake(out io_uring_cqe completion) => completions.TryTake(out completion);

    /// <summary>Unmaps and closes; later calls do nothing.</summary>
    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        entries.Dispose();
        rings.Dispose();
        Unistd.close(fd);
    }

    private static long Pages(nuint bytes) => ((long)bytes + PageSize.Bytes - 1) / PageSize.Bytes;
}
