using System.Text.Encodings.Web;
using System.Text.Json;
using Bench.Machine;
using Bench.Machine.Readers;
using Bench.Results;

namespace Bench.Doctor;

/// <summary>
/// The verb <c>doctor</c>: what this machine can measure, what it can't and why, what makes it noisy and how to mend that.
/// </summary>
/// <param name="root">The directory in which /proc and /sys lie.</param>
public sealed class DoctorRun(string root = "/")
{
    private const int Schema = 1;

    /// <summary>Examines the machine, for some two seconds, and prints what it found.</summary>
    /// <param name="json">A <see cref="DoctorReport"/> as JSON, instead of text.</param>
    /// <param name="output">Where to; coloured only where it is a terminal.</param>
    /// <returns><see cref="ExitCode.Ok"/>: findings are not failures.</returns>
    public int Run(bool json, TextWriter output)
    {
        var report = new DoctorReport(Schema, Examination.Run(new SystemTree(root)), MachineEnvironment.Read(root));
        if (json)
            output.WriteLine(JsonSerializer.Serialize(report, Readable.DoctorReport));
        else
            new DoctorText(output).Write(report);
        return ExitCode.Ok;
    }

    // Commands to be copied must not come out as \u0027; this is read by terminals and programs, not put into a page.
    private static DoctorJson Readable { get; } =
        new(new JsonSerializerOptions(DoctorJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
