using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Bench.Workloads.Syscalls;

/// <summary>getppid(2) declared in every way that .NET has.</summary>
[SupportedOSPlatform("linux")]
internal static partial class GetppidRoutes
{
#pragma warning disable SYSLIB1054 // DllImport is what is measured.
    [DllImport("libc", EntryPoint = "getppid")]
    public static extern int ByDllImport();
#pragma warning restore SYSLIB1054

    [LibraryImport("libc", EntryPoint = "getppid")]
    public static partial int ByLibraryImport();

    [LibraryImport("libc", EntryPoint = "getppid", SetLastError = true)]
    public static partial int BySetLastError();

    [LibraryImport("libc", EntryPoint = "getppid"), SuppressGCTransition]
    public static partial int BySuppressGCTransition();
}
