using System.Diagnostics;
using Bench.Measuring;
using Bench.Results;
using Bench.Settings;
using Bench.Tests.Results;
using Bench.Tests.Settings;

namespace Bench.Tests.Suite;

/// <summary>Settings that somebody changes while a row is measured.</summary>
[Collection(SystemSettingsCollection.Name)]
public class ChangedSettingsTests
{
    [Fact]
    public void TheDifferenceIsNamedWithBothValues()
    {
        using var directory = new SettingsDirectory("madvise").With(16, "never").With(512, "inherit");
        var expected = directory.Read().Governing;
        Assert.Equal(4, expected.Count);
        Assert.Null(ExpectedSettings.Difference(expected, directory.Read()));
        directory.With(512, "never");
        Assert.StartsWith($"{directory.PathOf(512)} is 'never', which ", ExpectedSettings.Difference(expected, directory.Read()));
        Assert.EndsWith("('inherit' is expected)", ExpectedSettings.Difference(expected, directory.Read()));
    }

    [Fact(Explicit = true)]
    public void ARowUnderThemFails()
    {
        var size = TransparentHugePages.Read()?.Sizes.FirstOrDefault();
        Assert.SkipWhen(size is null, "this kernel has no huge page size");
        Assert.SkipUnless(SettingFile.IsWritable(size!.Path), $"needs write access to {size.Path}");
        using var folder = new TemporaryFolder();
        using var run = Executable.Start("dotnet",
            [Executable.Dll, "--filter", "*.FunctionCall.Static", "--inProcess", "--iterationCount", "40", "--iterationTime", "200",
                "--verbose", "--artifacts", folder.Path], "/");
        using var measuring = new ManualResetEventSlim();
        try
        {
            // The settings are looked at before the first iteration; the row takes eight seconds from then.
            run.OutputDataReceived += (_, line) =>
            {
                if (line.Data?.StartsWith("WorkloadWarmup", StringComparison.Ordinal) != false)
                    measuring.Set();
            };
            run.BeginOutputReadLine();
            measuring.Wait(TestContext.Current.CancellationToken);
            SettingFile.Write(size.Path, size.Value == "madvise" ? "never" : "madvise");
            string errors = run.StandardError.ReadToEnd();
            run.WaitForExit();
            Assert.Contains($"{size.Path} is ", errors);
            Assert.Contains(": not measured", errors);
            Assert.Equal(ExitCode.RunFailed, run.ExitCode);
        }
        finally
        {
            SettingFile.Write(size.Path, size.Value);
        }
    }
}
