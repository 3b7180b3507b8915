using System.Runtime.InteropServices;
using Bench.Interop.Processes;

namespace Bench.Fidelity;

/// <summary>The C loops could not be built or loaded.</summary>
internal sealed class CLoopsException(string message) : Exception(message);

/// <summary>
/// The loops of tests/fidelity/loops.c, compiled and loaded into this process: so they run on the same thread and over the same memory as
/// the C# ones, and neither address space nor physical layout differs.
/// </summary>
internal sealed unsafe class CLoops : IDisposable
{
    private readonly nint library;

    private CLoops(nint library)
    {
        this.library = library;
        NullCallInline = (delegate* unmanaged<nint, nint, nint>)NativeLibrary.GetExport(library, "null_call_inline");
        NullCallLibc = (delegate* unmanaged<nint, nint, nint>)NativeLibrary.GetExport(library, "null_call_libc");
        PlainCall = (delegate* unmanaged[SuppressGCTransition]<nint, void>)NativeLibrary.GetExport(library, "plain_call");
        Touch = (delegate* unmanaged<byte*, int*, nint, int, void>)NativeLibrary.GetExport(library, "touch");
    }

    /// <summary>Number and calls to the last result: -errno on failure.</summary>
    public delegate* unmanaged<nint, nint, nint> NullCallInline { get; }

    /// <summary>Number and calls to the last result: -1 on failure.</summary>
    public delegate* unmanaged<nint, nint, nint> NullCallLibc { get; }

    /// <summary>Calls to make. It takes about a microsecond: a transition of the garbage collector's state would show.</summary>
    public delegate* unmanaged[SuppressGCTransition]<nint, void> PlainCall { get; }

    /// <summary>Region, steps, their count, page size in bytes.</summary>
    public delegate* unmanaged<byte*, int*, nint, int, void> Touch { get; }

    /// <summary>Builds and loads the loops.</summary>
    /// <exception cref="CLoopsException">They can't be built or loaded.</exception>
    public static CLoops Build(CCompiler compiler)
    {
        using var directory = ProcessFolder.Create();
        string source = directory["loops.c"];
        string library = directory["loops.so"];
        using (var text = typeof(CLoops).Assembly.GetManifestResourceStream("loops.c")!)
        using (var file = File.Create(source))
            text.CopyTo(file);
        compiler.Compile(source, library);
        try
        {
            // Once loaded, the library no longer needs its file.
            return new CLoops(NativeLibrary.Load(library));
        }
        catch (DllNotFoundException e)
        {
            throw new CLoopsException(e.Message);
        }
    }

    /// <summary>Unloads them; none may be called afterwards.</summary>
    public void Dispose() => NativeLibrary.Free(library);
}
