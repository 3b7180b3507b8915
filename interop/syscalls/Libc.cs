using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Bench.Interop.Syscalls;

/// <summary>libc's indirect system call, syscall(2): returns -1 and sets errno on failure.</summary>
[SupportedOSPlatform("linux")]
public static partial class Libc
{
    /// <summary>syscall(2) with no argument. Errors: the call's own; ENOSYS for an unassigned number.</summary>
    [LibraryImport("libc", SetLastError = true)]
    public static partial nint syscall(nint number);

    /// <summary>syscall(2) with one argument.</summary>
    [LibraryImport("libc", SetLastError = true)]
    public static partial nint syscall(nint number, nint a1);

    /// <summary>syscall(2) with six arguments; unused ones are 0.</summary>
    [LibraryImport("libc", SetLastError = true)]
    public static partial nint syscall(nint number, nint a1, nint a2, nint a3, nint a4, nint a5, nint a6);

    /// <summary>Address of libc's <c>syscall</c>, for calls through a function pointer (dlsym(3)).</summary>
    public static nint SyscallAddress() => NativeLibrary.GetExport(NativeLibrary.Load("libc", typeof(Libc).Assembly, null), "syscall");
}
