using System.Text.Json;
using Bench.Commands;

namespace Bench.Tests.Suite;

/// <summary>A run of the suite in this process, with its reports in a folder of its own.</summary>
internal sealed class SuiteRun : IDisposable
{
    private readonly DirectoryInfo artifacts = Directory.CreateTempSubdirectory("bench-artifacts");

    public SuiteRun(params string[] args)
    {
        var output = new StringWriter();
        var errors = new StringWriter();
        ExitCode = new RunSuite(output, errors).Run([.. args, "--artifacts", artifacts.FullName]);
        Output = output.ToString();
        Errors = errors.ToString();
    }

    public int ExitCode { get; }

    public string Output { get; }

    public string Errors { get; }

    public string Report(string suffix) =>
        File.ReadAllText(Directory.GetFiles(Path.Combine(artifacts.FullName, "results"), "*" + suffix).Single());

    public JsonElement Json() => JsonDocument.Parse(Report("-report-full.json")).RootElement;

    public void Dispose() => artifacts.Delete(true);
}
