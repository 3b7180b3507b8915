using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text.Json;
using Bench.Interop;
using Bench.Interop.Memory;
using Bench.Interop.Processes;

namespace Bench.Workloads.Crews;

/// <summary>A worker in an address space of its own: this suite's executable under a hidden verb.</summary>
[SupportedOSPlatform("linux")]
internal sealed class WorkerProcess : IWorker
{
    /// <summary>Memory that one takes beside its region: the .NET runtime.</summary>
    public const long Bytes = 64L << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Process process;
    private readonly Task<string> errors;

    public WorkerProcess(WorkerOrder order)
    {
        process =
            Process.Start(
                ManagedProgram.Start(typeof(WorkerProcess).Assembly.Location, WorkerVerbName.Value, JsonSerializer.Serialize(order)))!;
        errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Close();
    }

    /// <summary>Why this machine can have none; null where it can: they share memory by memfd.</summary>
    public static string? WhyNot()
    {
        try
        {
            Memfd.Create("bench-probe").Dispose();
            return null;
        }
        catch (SystemError error)
        {
            return error.Message;
        }
    }

    public bool IsGone => process.HasExited;

    public string? LastWords
    {
        get
        {
            process.WaitForExit();
            string text = errors.Result.Trim().ReplaceLineEndings(" ");
            return text.Length > 0 ? text : $"exit status {process.ExitCode}";
        }
    }

    public void Dispose()
    {
        if (!process.WaitForExit(Patience))
            process.Kill();
        process.Dispose();
    }
}

/// <summary>The hidden verb.</summary>
internal static class WorkerVerbName
{
    public const string Value = "work-for-crew";
}
