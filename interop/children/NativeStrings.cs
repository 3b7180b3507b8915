using System.Runtime.InteropServices;

namespace Bench.Interop.Children;

/// <summary>Strings as execve(2) takes them: ended by a null pointer.</summary>
internal sealed unsafe class NativeStrings : IDisposable
{
    private readonly int count;

    public NativeStrings(IReadOnlyList<string> strings)
    {
        count = strings.Count;
        First = (byte**)NativeMemory.AllocZeroed((nuint)count + 1, (nuint)sizeof(byte*));
        for (int i = 0; i < count; i++)
            First[i] = (byte*)Marshal.StringToCoTaskMemUTF8(strings[i]);
    }

    public byte** First { get; }

    public void Dispose()
    {
        for (int i = 0; i < count; i++)
            Marshal.FreeCoTaskMem((nint)First[i]);
        NativeMemory.Free(First);
    }
}
