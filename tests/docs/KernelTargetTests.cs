using Bench.Tests.Suite;

namespace Bench.Tests.Docs;

/// <summary>
/// What pages make of the kernel can be made: each target is gone through with recipes that do nothing, as they take hours.
/// </summary>
public class KernelTargetTests
{
    public static TheoryData<string> Commands =>
        [.. RunCommands.Shown.Where(command => command.Value.Words[0] == "make").Select(command => command.Key)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void EachIsGoneThrough(string command)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/make"), "no make here");
        string[] words = [.. RunCommands.Shown[command].Words.Skip(1).Where(word => word is not ("-C" or "kernel"))];
        var make = Executable.RunCommand("make", ["-C", "kernel", "SHELL=/bin/true", .. words], Page.Root);
        Assert.True(make.ExitCode == 0, $"{RunCommands.Shown[command].Place}: {make.Errors}");
    }
}
