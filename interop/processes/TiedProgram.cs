using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Bench.Interop.Files;
using Bench.Interop.Scheduling;

namespace Bench.Interop.Processes;

/// <summary>
/// Any program as a child that the kernel ends with the one that started it, whatever ends that: a hidden verb asks for it
/// (PR_SET_PDEATHSIG(2const)) and turns into the program (execve(2) keeps the request), which needs to know nothing of this.
/// </summary>
public static unsafe class TiedProgram
{
    /// <summary>
    /// The hidden verb: <c>if (args is [TiedProgram.Verb, var parent, .. var command]) return TiedProgram.Run(parent, command);</c>
    /// </summary>
    public const string Verb = "run-tied-to-parent";

    // As a shell says that a command was not found.
    private const int NotStarted = 127;

    /// <summary>
    /// Start information. It is the thread, not the process, that the child is tied to: the one that starts it has to wait for it.
    /// </summary>
    /// <param name="assembly">A .NET program that knows the verb; where there is none, the command is started untied.</param>
    /// <param name="command">The program, to be found in PATH, and its arguments.</param>
    public static ProcessStartInfo Start(string assembly, params IReadOnlyList<string> command) =>
        OperatingSystem.IsLinux() && File.Exists(assembly)
        ? new ProcessStartInfo(DotnetHost.Command,
            [assembly, Verb, Environment.ProcessId.ToString(CultureInfo.InvariantCulture), .. command])
        : new ProcessStartInfo(command[0], command.Skip(1));

    /// <summary>Turns this process into the command.</summary>
    /// <param name="parent">Process ID of the one that started it.</param>
    /// <param name="command">The program and its arguments.</param>
    /// <returns>Only where that failed: the exit code.</returns>
    [SupportedOSPlatform("linux")]
    public static int Run(string parent, IReadOnlyList<string> command)
    {
        _ = Prctl.prctl(Prctl.PR_SET_PDEATHSIG, Prctl.SIGKILL, 0, 0, 0);
        // After the request: a parent that ended before it sends nothing.
        if (command.Count == 0 || Unistd.getppid().ToString(CultureInfo.InvariantCulture) != parent)
            return NotStarted;
        // Ended by a null pointer, as execve(2) takes them; freed by it, too.
        byte** arguments = (byte**)NativeMemory.AllocZeroed((nuint)command.Count + 1, (nuint)sizeof(byte*));
        for (int i = 0; i < command.Count; i++)
            arguments[i] = (byte*)Marshal.StringToCoTaskMemUTF8(command[i]);
        _ = Unistd.execvp(arguments[0], arguments);
        Console.Error.WriteLine($"error: {SystemError.Last($"exec {command[0]}").Message}");
        return NotStarted;
    }
}
