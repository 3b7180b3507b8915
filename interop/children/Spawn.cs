using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Bench.Interop.Children;

/// <summary>
/// spawn.h: starting programs. Functions return 0 or an error number (errno(3)), and don't set errno. Attributes, actions and sets of
/// signals are memory of <see cref="ObjectBytes"/>.
/// </summary>
[SupportedOSPlatform("linux")]
public static unsafe partial class Spawn
{
    /// <summary>posix_spawn(3): the child leads or joins a process group.</summary>
    public const short POSIX_SPAWN_SETPGROUP = 0x02;

    /// <summary>posix_spawn(3): signals that the child does not ignore, whatever its parent does.</summary>
    public const short POSIX_SPAWN_SETSIGDEF = 0x04;

    /// <summary>posix_spawn(3): signals that the child begins with blocked.</summary>
    public const short POSIX_SPAWN_SETSIGMASK = 0x08;

    /// <summary>More than glibc's and musl's posix_spawnattr_t (336), posix_spawn_file_actions_t (80) and sigset_t (128) take.</summary>
    public const int ObjectBytes = 512;

    /// <summary>posix_spawn(3): returns when the child has turned into the program, or couldn't. Errors: as execve(2), fork(2).</summary>
    [LibraryImport("libc")]
    public static partial int posix_spawn(int* pid, byte* path, byte* actions, byte* attributes, byte** argv, byte** envp);

    /// <summary>posix_spawnattr_init(3).</summary>
    [LibraryImport("libc")]
    public static partial int posix_spawnattr_init(byte* attributes);

    /// <summary>posix_spawnattr_destroy(3).</summary>
    [LibraryImport("libc")]
    public static partial int posix_spawnattr_destroy(byte* attributes);

    /// <summary>posix_spawnattr_setflags(3).</summary>
    [LibraryImport("libc")]
    public static partial int posix_spawnattr_setflags(byte* attributes, short flags);

    /// <summary>posix_spawnattr_setpgroup(3): 0 for a new group, which the child leads.</summary>
    [LibraryImport("libc")]
    public static partial int posix_spawnattr_setpgroup(byte* attributes, int group);

    /// <summary>posix_spawnattr_setsigdefault(3).</summary>
    [LibraryImport("libc")]
    public static partial int posix_spawnattr_setsigdefault(byte* attributes, byte* signals);

    /// <summary>posix_spawnattr_setsigmask(3).</summary>
    [LibraryImport("libc")]
    public static partial int posix_spawnattr_setsigmask(byte* attributes, byte* signals);

    /// <summary>posix_spawn_file_actions_init(3).</summary>
    [LibraryImport("libc")]
    public static partial int posix_spawn_file_actions_init(byte* actions);

    /// <summary>posix_spawn_file_actions_destroy(3).</summary>
    [LibraryImport("libc")]
    public static partial int posix_spawn_file_actions_destroy(byte* actions);

    /// <summary>posix_spawn_file_actions_addopen(3).</summary>
    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int posix_spawn_file_actions_addopen(byte* actions, int fd, string path, int flags, uint mode);

    /// <summary>posix_spawn_file_actions_adddup2(3).</summary>
    [LibraryImport("libc")]
    public static partial int posix_spawn_file_actions_adddup2(byte* actions, int fd, int newFd);

    /// <summary>sigsetops(3): no signal.</summary>
    [LibraryImport("libc")]
    public static partial int sigemptyset(byte* signals);

    /// <summary>sigsetops(3): one more signal.</summary>
    [LibraryImport("libc")]
    public static partial int sigaddset(byte* signals, int signal);
}
