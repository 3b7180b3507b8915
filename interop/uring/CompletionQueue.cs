namespace Bench.Interop.Uring;

/// <summary>
/// Our side of the completion ring: takes what the kernel gives, in its order. Indices as in <see cref="SubmissionQueue"/>.
/// </summary>
/// <param name="head">Our index: the next completion we take.</param>
/// <param name="tail">The kernel's index: the next completion it gives.</param>
/// <param name="entries">Size of the ring, a power of two.</param>
/// <param name="cqes">The completions, each at the place of its index.</param>
public readonly unsafe struct CompletionQueue(uint* head, uint* tail, uint entries, io_uring_cqe* cqes)
{
    /// <summary>Completions to take: the index is read before what it covers (a load with acquire).</summary>
    public uint Ready => Volatile.Read(ref *tail) - *head;

    /// <summary>
    /// Takes the next completion; false where none is ready. Its place goes back to the kernel after it was read (a store with release).
    /// </summary>
    public bool TryTake(out io_uring_cqe completion)
    {
        uint at = *head;
        if (Volatile.Read(ref *tail) == at)
        {
            completion = default;
            return false;
        }
        completion = cqes[at & (entries - 1)];
        Volatile.Write(ref *head, at + 1);
        return true;
    }
}
