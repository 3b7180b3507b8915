using System.CommandLine;
using Bench.Doctor;

namespace Bench.Commands;

/// <summary>The verb <c>doctor</c>.</summary>
public sealed class DoctorVerb : Verb
{
    public override string Example => "doctor";

    public override Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command("doctor", "Say what this machine can measure, and what makes it noisy") { json };
        command.SetAction(parsed => new DoctorRun().Run(parsed.GetValue(json), Console.Out));
        return command;
    }
}
