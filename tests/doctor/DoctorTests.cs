using System.Diagnostics;
using System.Text.Json;
using Bench.Doctor;
using Bench.Interop.Syscalls;
using Bench.Machine;
using Bench.Results;
using Bench.Tests.Machine;
using Bench.Tests.Results;
using Bench.Tests.Suite;

namespace Bench.Tests.Doctor;

public class DoctorTests
{
    [Fact]
    public void TextFitsAHundredColumnsAndHasNoColours()
    {
        var output = new StringWriter();
        Assert.Equal(ExitCode.Ok, new DoctorRun().Run(json: false, output));
        string text = output.ToString();
        Assert.DoesNotContain('\u001b', text);
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 100 && line.TrimEnd() == line, line));
        Assert.Contains("What this machine can measure", text);
        Assert.Contains("FunctionCall", text);
        Assert.Contains("In short", text);
    }

    [Fact]
    public void JsonIsAReport()
    {
        var output = new StringWriter();
        Assert.Equal(ExitCode.Ok, new DoctorRun().Run(json: true, output));
        using var json = JsonDocument.Parse(output.ToString());
        Assert.Equal(1, json.RootElement.GetProperty("schema").GetInt32());
        Assert.Equal(MachineEnvironment.Read().Select(fact => fact.Key),
            json.RootElement.GetProperty("machine").EnumerateArray().Select(fact => fact.GetProperty("key").GetString()));
        foreach (var finding in json.RootElement.GetProperty("findings").EnumerateArray())
        {
            Assert.Matches("^[a-z][a-z0-9_]*$", finding.GetProperty("id").GetString());
            Assert.Contains(finding.GetProperty("kind").GetString(), new[] { "measures", "tools", "noise" });
            Assert.Contains(finding.GetProperty("severity").GetString(), new[] { "ok", "note", "noisy", "missing" });
            Assert.NotEmpty(finding.GetProperty("why").GetString()!);
            Assert.True(finding.TryGetProperty("fix", out _));
        }
    }

    [Fact, Trait("Depends", "machine")]
    public void IdsAreDistinctAndTroubleHasItsFix()
    {
        using var tree = new FakeTree();
        var findings = Examination.Run(tree.Tree);
        Assert.Equal(findings.Count, findings.Select(finding => finding.Id).Distinct().Count());
        Assert.All(findings.Where(finding => finding.Severity >= Severity.Noisy),
            finding => Assert.False(string.IsNullOrEmpty(finding.Fix), finding.Id));
        Assert.DoesNotContain(findings, finding => finding.Seen.StartsWith("could not be examined", StringComparison.Ordinal));
    }

    [Fact, Trait("Depends", "machine")]
    public void WhatTheDoctorCallsMeasurableIsThere()
    {
        var findings = Examination.Run(new Bench.Machine.Readers.SystemTree());
        Assert.Equal(Severity.Ok, Assert.Single(findings, finding => finding.Id == "class_function_call").Severity);
        Assert.Equal(PatchedKernel.Probe(out _) is not null,
            Assert.Single(findings, finding => finding.Id == "syscall_hello_kernel").Severity == Severity.Ok);
    }

    [Fact]
    public void WhatKilledRunsLeftIsRemovedAndNamed()
    {
        using var folder = new TemporaryFolder();
        using var dead = Process.Start("true");
        dead.WaitForExit();
        string left = Path.Combine(folder.Path, $"bench-{dead.Id}-1-abcdef");
        Directory.CreateDirectory(Path.Combine(left, "deep"));
        File.SetUnixFileMode(left, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var doctor = Executable.RunCommand("env", [$"TMPDIR={folder.Path}", "dotnet", Executable.Dll, "doctor", "--json"], folder.Path);
        using var json = JsonDocument.Parse(doctor.Output);
        var finding = json.RootElement.GetProperty("findings").EnumerateArray()
            .Single(finding => finding.GetProperty("id").GetString() == "leftovers");
        Assert.Contains($"removed {left}", finding.GetProperty("seen").GetString());
        Assert.False(Directory.Exists(left));
    }
}
