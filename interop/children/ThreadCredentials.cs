using System.Runtime.Versioning;
using Bench.Interop.Syscalls;

namespace Bench.Interop.Children;

/// <summary>
/// Who a thread is: to the kernel that is its own (credentials(7)); only libc changes all threads at once, so the system calls are made
/// directly. A child has the credentials of the thread that starts it.
/// </summary>
[SupportedOSPlatform("linux")]
internal static unsafe class ThreadCredentials
{
    /// <summary>Makes the calling thread another user's, for good: groups first, while it still may.</summary>
    /// <exception cref="SystemError">EPERM: only root may.</exception>
    public static void Become(Account account)
    {
        var numbers = SyscallNumbers.Current;
        uint[] groups = [.. account.Groups];
        fixed (uint* first = groups)
            Check("setgroups", Libc.syscall(numbers.Setgroups, groups.Length, (nint)first, 0, 0, 0, 0));
        nint group = (nint)account.Group, user = (nint)account.User;
        Check("setresgid", Libc.syscall(numbers.Setresgid, group, group, group, 0, 0, 0));
        Check("setresuid", Libc.syscall(numbers.Setresuid, user, user, user, 0, 0, 0));
    }

    private static void Check(string call, nint result)
    {
        if (result < 0)
            throw SystemError.Last(call);
    }
}
