namespace Bench.Interop.Uring;

/// <summary>
/// Our side of the submission ring: fills entries, then shows them to the kernel. Indices count up for ever and wrap at 2^32; their low
/// bits are the place in the ring (io_uring(7)).
/// </summary>
/// <param name="head">The kernel's index: the next entry it takes.</param>
/// <param name="tail">Our index: the next entry we fill.</param>
/// <param name="entries">Size of the ring, a power of two.</param>
/// <param name="sqes">The entries, each at the place of its index.</param>
public unsafe struct SubmissionQueue(uint* head, uint* tail, uint entries, io_uring_sqe* sqes)
{
    private uint filled = *tail;

    /// <summary>Entries that the kernel has yet to take, filled but unshown ones included.</summary>
    public readonly uint Pending => filled - Volatile.Read(ref *head);

    /// <summary>The next entry to fill, with what an earlier round left in it; null where all are pending.</summary>
    public io_uring_sqe* Next() => Pending < entries ? &sqes[filled++ & (entries - 1)] : null;

    /// <summary>Shows the kernel everything filled: the entries are written before the index (a store with release).</summary>
    public readonly void Publish() => Volatile.Write(ref *tail, filled);
}
