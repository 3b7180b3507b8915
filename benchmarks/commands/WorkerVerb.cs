using System.CommandLine;
using System.Text.Json;
using Bench.Results;
using Bench.Workloads.Crews;

namespace Bench.Commands;

/// <summary>A worker's process of the scaling benchmarks; only they start it.</summary>
public sealed class WorkerVerb : Verb
{
    private static readonly JsonSerializerOptions Whole =
        new() { RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true };

    /// <summary>None: nobody types it.</summary>
    public override string Example => "";

    public override Command Create()
    {
        var order = new Argument<string>("ORDER");
        var command = new Command(WorkerVerbName.Value, "What a crew's process runs") { order };
        command.Hidden = true;
        command.SetAction(parsed => Run(parsed.GetValue(order)!));
        return command;
    }

    private static int Run(string text)
    {
        if (!OperatingSystem.IsLinux())
            return ExitCode.BadUsage;
        try
        {
            (JsonSerializer.Deserialize<WorkerOrder>(text, Whole) ?? throw new JsonException("no order")).CarryOut();
            return ExitCode.Ok;
        }
        catch (JsonException e)
        {
            return VerbAction.Fail(e.Message, ExitCode.BadUsage);
        }
        catch (Exception e)
        {
            return VerbAction.Fail(e.Message, ExitCode.RunFailed);
        }
    }
}
