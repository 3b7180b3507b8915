using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Bench.Interop.Memory;

/// <summary>string.h: memory.</summary>
[SupportedOSPlatform("linux")]
public static unsafe partial class CString
{
    /// <summary>
    /// memset(3). While it runs, the thread counts as outside managed code, so that it may sleep in a page fault without holding up a
    /// collection.
    /// </summary>
    [LibraryImport("libc")]
    public static partial void* memset(void* s, int c, nuint n);
}
