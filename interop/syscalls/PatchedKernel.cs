using System.Globalization;
using System.Runtime.Versioning;

namespace Bench.Interop.Syscalls;

/// <summary>
/// The patched kernel's two system calls (kernel/patches). Another kernel may give their numbers to something else, so none is
/// ever called on trust: the patch names itself and its numbers in sysfs, and both must match before a call is made.
/// </summary>
[SupportedOSPlatform("linux")]
public sealed class PatchedKernel
{
    /// <summary>Where the patched kernel names itself.</summary>
    public const string IdentityDirectory = "/sys/kernel/mm/multi_page_alloc";

    private PatchedKernel(int maxPages) => MaxPages = maxPages;

    /// <summary>Most pages that multi_page_alloc takes. Since abi 2 an administrator may lower it; 1 turns the call off.</summary>
    public int MaxPages { get; }

    /// <summary>The running kernel's calls, or null with the reason why it has none.</summary>
    public static PatchedKernel? Probe(out string reason) => Probe(IdentityDirectory, out reason);

    internal static PatchedKernel? Probe(string directory, out string reason)
    {
        if (!Directory.Exists(directory))
        {
            reason = $"needs the patched kernel (no {directory})";
            return null;
        }
        if (ReadNumber(Path.Combine(directory, "abi")) is not (1 or 2))
        {
            reason = $"needs the patched kernel: {directory}/abi is neither 1 nor 2";
            return null;
        }
        foreach (var (file, expected) in new[] { ("hello_kernel", SyscallNumbers.HelloKernel),
            ("multi_page_alloc", SyscallNumbers.MultiPageAlloc) })
        {
            if (ReadNumber(Path.Combine(directory, file)) != expected)
            {
                reason = $"needs the patched kernel: {directory}/{file} is not {expected}";
                return null;
            }
        }
        if (ReadNumber(Path.Combine(directory, "max_pages")) is not int max || max < 1)
        {
            reason = $"needs the patched kernel: no limit in {directory}/max_pages";
            return null;
        }
        reason = "";
        return new PatchedKernel(max);
    }

    /// <summary>multi_page_alloc(n): pages given to this process at each anonymous fault from now on.</summary>
    /// <param name="pages">1 (the kernel's default) to <see cref="MaxPages"/>.</param>
    /// <returns>The previous value.</returns>
    /// <exception cref="SystemError">EINVAL: out of range.</exception>
    public int MultiPageAlloc(int pages)
    {
        nint previous = Libc.syscall(SyscallNumbers.MultiPageAlloc, pages);
        return previous < 0 ? throw SystemError.Last("multi_page_alloc") : (int)previous;
    }

    private static int? ReadNumber(string path)
    {
        try
        {
            return int.TryParse(File.ReadAllText(path).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int value)
                ? value
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
