using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Bench.Interop.Perf;

/// <summary>
/// Our side of an event's ring of records (perf_event_open(2), "MMAP layout"): takes what the kernel gives, in its order. Indices count
/// bytes and never turn back; a record may begin at the end of the ring and go on at its start.
/// </summary>
/// <param name="head">The kernel's index: where it writes next.</param>
/// <param name="tail">Our index: the next byte that we take.</param>
/// <param name="data">The ring.</param>
/// <param name="bytes">Its size, a power of two.</param>
internal sealed unsafe class RecordRing(ulong* head, ulong* tail, byte* data, ulong bytes)
{
    private readonly byte[] whole = new byte[ushort.MaxValue + 1];

    /// <summary>
    /// Takes the next record with its header; false where none is there. It is good until the next call, and its place goes back to the
    /// kernel after it was read (a store with release).
    /// </summary>
    /// <exception cref="InvalidDataException">What is there can't be a record.</exception>
    public bool TryTake(out ReadOnlySpan<byte> record)
    {
        record = default;
        ulong at = *tail, ready = Volatile.Read(ref *head) - at;
        if (ready == 0)
            return false;
        ulong header = (ulong)Unsafe.SizeOf<perf_event_header>();
        if (ready >= header)
            Copy(at, header);
        ushort size = ready < header ? (ushort)ready : BinaryPrimitives.ReadUInt16LittleEndian(whole.AsSpan(6));
        if (size < header || size > ready || ready > bytes || size % sizeof(ulong) != 0)
            throw new InvalidDataException($"perf's ring holds a record of {size} bytes where {ready} of {bytes} are filled");
        Copy(at, size);
        Volatile.Write(ref *tail, at + size);
        record = whole.AsSpan(0, size);
        return true;
    }

    private void Copy(ulong at, ulong count)
    {
        ulong start = at & (bytes - 1), first = Math.Min(count, bytes - start);
        new ReadOnlySpan<byte>(data + start, (int)first).CopyTo(whole);
        new ReadOnlySpan<byte>(data, (int)(count - first)).CopyTo(whole.AsSpan((int)first));
    }
}
