using System.Runtime.CompilerServices;
using System.Runtime.Versioning;
using Bench.Interop;
using Bench.Interop.Files;
using Bench.Interop.Memory;
using Bench.Interop.Userfaults;

namespace Bench.Workloads.Faults.Userfault;

/// <summary>
/// A thread that answers page faults: each with the aligned window of pages around it, copied from zeroed pages. It allocates nothing,
/// since a collection it had to wait for would make every waiting thread wait too. It runs on its starter's processors: in a measured run
/// on the very one that the touching thread leaves free by waiting, which costs a switch and not an interrupt to another processor.
/// </summary>
[SupportedOSPlatform("linux")]
public sealed unsafe class FaultHandler : IDisposable
{
    private readonly Userfaultfd faults;
    private readonly int stop;
    private readonly Mapping zeroes;
    private readonly nuint windowBytes;
    private readonly Thread thread;
    private nuint regionStart;
    private nuint regionEnd;
    private int error;
    private bool disposed;

    private FaultHandler(Userfaultfd faults, int stop, int pages)
    {
        this.faults = faults;
        this.stop = stop;
        windowBytes = (nuint)pages * (nuint)PageSize.Bytes;
        zeroes = Mapping.Anonymous(pages);
        Unsafe.InitBlockUnaligned(zeroes.Address, 0, (uint)windowBytes);
        thread = new Thread(Answer) { IsBackground = true, Name = "userfaultfd handler" };
    }

    /// <summary>Faults answered so far.</summary>
    public long Answered { get; private set; }

    /// <summary>Bytes of managed memory that the handler allocated while it answered; known once it is disposed of.</summary>
    public long AllocatedBytes { get; private set; }

    /// <summary>Starts a handler.</summary>
    /// <param name="pages">Pages in a window.</param>
    /// <exception cref="InvalidOperationException">The system has no userfaultfd, or forbids it.</exception>
    /// <exception cref="SystemError">eventfd(2) failed.</exception>
    public static FaultHandler Start(int pages)
    {
        var faults = Userfaultfd.TryOpen(0, out string reason) ?? throw new InvalidOperationException(reason);
        int stop = Poll.eventfd(0, Poll.EFD_CLOEXEC);
        if (stop < 0)
        {
            faults.Dispose();
            throw SystemError.Last("eventfd");
        }
        // Each of them is looked up at its first call, which allocates.
        Poll.poll(null, 0, 0);
        faults.TryRead(out _);
        var handler = new FaultHandler(faults, stop, pages);
        handler.thread.Start();
        return handler;
    }

    /// <summary>Answers faults in <paramref name="region"/> from now on, and in no other.</summary>
    /// <exception cref="SystemError">The region can't be registered.</exception>
    public void Serve(Mapping region)
    {
        regionStart = (nuint)region.Address;
        Volatile.Write(ref regionEnd, regionStart + region.Length);
        faults.Register(region, Userfaultfd.UFFDIO_REGISTER_MODE_MISSING);
    }

    /// <summary>Throws where the handler has given up; faults were the kernel's again from then on.</summary>
    /// <exception cref="SystemError">What made it give up.</exception>
    public void ThrowIfFailed()
    {
        if (Volatile.Read(ref error) is int number and not 0)
            throw new SystemError("userfaultfd handler", number);
    }

    /// <summary>Ends the handler. Threads that still wait are woken; the kernel handles their faults. Later calls do nothing.</summary>
    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        long one = 1;
        Unistd.write(stop, &one, sizeof(long));
        thread.Join();
        faults.Dispose();
        Unistd.close(stop);
        zeroes.Dispose();
    }

    private void Answer()
    {
        try
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            AnswerUntilStopped();
            AllocatedBytes = GC.GetAllocatedBytesForCurrentThread() - before;
        }
        catch (SystemError failed)
        {
            Volatile.Write(ref error, failed.Errno);
            // Nobody answers any more: whoever waits must be let go.
            faults.Dispose();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AnswerUntilStopped()
    {
        var watched = stackalloc pollfd[2];
        watched[0] = new pollfd { fd = faults.Descriptor, events = Poll.POLLIN };
        watched[1] = new pollfd { fd = stop, events = Poll.POLLIN };
        for (; ; )
        {
            if (Poll.poll(watched, 2, -1) < 0)
                continue;
            if (watched[1].revents != 0)
                return;
            while (faults.TryRead(out nuint address))
                Fill(address);
        }
    }

    private void Fill(nuint address)
    {
        nuint start = regionStart + (address - regionStart) / windowBytes * windowBytes;
        nuint length = Math.Min(windowBytes, Volatile.Read(ref regionEnd) - start);
        int failed = faults.Copy(start, zeroes.Address, length);
        if (failed == 0)
            Answered++;
        else
            throw new SystemError("ioctl(UFFDIO_COPY)", failed);
    }
}
