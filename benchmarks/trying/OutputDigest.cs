using System.IO.Pipes;

namespace Bench.Trying;

/// <summary>
/// A pipe that takes a command's output and keeps how long it is and a hash of it (FNV-1a of 64 bits: not against malice, and needs no
/// library).
/// </summary>
internal sealed class OutputDigest : IDisposable
{
    private const ulong Basis = 14695981039346656037, Prime = 1099511628211;

    private readonly AnonymousPipeServerStream pipe = new(PipeDirection.In, HandleInheritability.None);
    private readonly Thread reader;
    private ulong hash = Basis;
    private long length;

    public OutputDigest()
    {
        reader = new Thread(Read) { IsBackground = true, Name = "output of the command" };
    }

    /// <summary>The descriptor that the command writes to.</summary>
    public int Descriptor => (int)pipe.ClientSafePipeHandle.DangerousGetHandle();

    /// <summary>The command has the descriptor now: reads what it writes.</summary>
    public void Begin()
    {
        pipe.DisposeLocalCopyOfClientHandle();
        reader.Start();
    }

    /// <summary>Waits for the end of the output: the command and what it started have ended.</summary>
    public (long Length, ulong Hash) End()
    {
        reader.Join();
        return (length, hash);
    }

    /// <summary>Closes it.</summary>
    public void Dispose() => pipe.Dispose();

    private void Read()
    {
        byte[] buffer = new byte[1 << 16];
        for (int read; (read = pipe.Read(buffer)) > 0; length += read)
            foreach (byte value in buffer.AsSpan(0, read))
                hash = (hash ^ value) * Prime;
    }
}
