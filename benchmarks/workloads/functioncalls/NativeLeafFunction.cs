using System.Runtime.InteropServices;
using Bench.Workloads.Requirements;

namespace Bench.Workloads.FunctionCalls;

/// <summary>A native function that calls nothing: abs(3), which every C runtime exports.</summary>
public sealed class NativeLeafFunction : IRequirement
{
    private static readonly string[] CRuntimes =
        OperatingSystem.IsWindows() ? ["ucrtbase.dll", "msvcrt.dll"]
        : OperatingSystem.IsMacOS() ? ["libSystem.dylib"]
        : ["libc.so.6", "libc.so"];

    public string Remedy => "install the C runtime as a shared library";

    /// <summary>Its address, or null where no C runtime was found.</summary>
    public static nint? Find()
    {
        foreach (string name in CRuntimes)
        {
            if (NativeLibrary.TryLoad(name, out nint library) && NativeLibrary.TryGetExport(library, "abs", out nint address))
                return address;
        }
        return null;
    }

    public string? WhyNot() => Find() is null ? $"no C runtime with abs(3) found ({string.Join(", ", CRuntimes)})" : null;
}
