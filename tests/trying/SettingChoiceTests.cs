using Bench.Interop.Syscalls;
using Bench.Results.Data;
using Bench.Settings;
using Bench.Tests.Settings;
using Bench.Trying;

namespace Bench.Tests.Trying;

/// <summary>Which settings are tried where the system stands one way or another.</summary>
public class SettingChoiceTests
{
    [Fact]
    public void EverySizeIsTriedAndWhatComesToTheSameOnlyOnce()
    {
        using var system = new SettingsDirectory("madvise").With(4, "never").With(16, "madvise").With(512, "inherit");
        var choice = Choose(system);
        Assert.Equal(["today", "thp-off", "glibc-hugetlb", "thp-always", "16KiB-always", "64KiB-always"], Ids(choice, "glibc-hugetlb"));
        Assert.Contains(new LeftOut("2 MiB always", "comes to the same here as 'THP always'"), choice.LeftOut);
        var size = choice.Tried.Single(setting => setting.Id == "16KiB-always");
        Assert.Equal([new SettingChange(system.PathOf(4), "always")], size.Changes);
    }

    [Fact]
    public void WhatIsAlwaysAlreadyIsAskedForWhereAnotherSizeIsTried()
    {
        using var system = new SettingsDirectory("always").With(16, "never").With(512, "inherit");
        var choice = Choose(system);
        Assert.Equal(["today", "thp-off", "64KiB-always"], Ids(choice));
        Assert.Equal([new SettingChange(system.PathOf(512), "madvise"), new SettingChange(system.PathOf(16), "always")],
            choice.Tried.Single(setting => setting.Id == "64KiB-always").Changes);
        Assert.Contains(choice.LeftOut, left => left.Reason.StartsWith("acts only where ", StringComparison.Ordinal));
        Assert.Contains(new LeftOut("THP always", "comes to the same here as 'as the system stands'"), choice.LeftOut);
    }

    [Fact]
    public void WhereNothingIsGivenHugePagesNoneCanBeTakenAway()
    {
        using var system = new SettingsDirectory("never").With(16, "never").With(512, "inherit");
        var choice = Choose(system);
        Assert.DoesNotContain("thp-off", Ids(choice));
        Assert.Contains(choice.LeftOut, left => left.Reason == "nothing is given huge pages here");
    }

    [Fact]
    public void WithoutHugePagesOrTheRightOnlyTheReasonIsLeft()
    {
        var choice = SettingChoice.Of(new Situation(null, Program(), false), []);
        Assert.Equal(["today"], Ids(choice));
        Assert.All(OfHugePages(choice), left => Assert.Contains("CONFIG_TRANSPARENT_HUGEPAGE", left.Reason, StringComparison.Ordinal));
        using var system = new SettingsDirectory("madvise").With(512, "inherit");
        choice = SettingChoice.Of(new Situation(Read(system), Program(), true), []);
        Assert.Equal(["today"], Ids(choice));
        Assert.All(OfHugePages(choice), left => Assert.Contains("PR_SET_THP_DISABLE", left.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void TheProgramOfThisTestIsDotnets()
    {
        var dotnet = TriedProgram.Find([Bench.Interop.Processes.DotnetHost.Path], null, out _);
        Assert.True(dotnet?.IsDotnet);
        Assert.False(Program().IsDotnet);
        Assert.Contains("/ld-", dotnet?.Interpreter ?? "", StringComparison.Ordinal);
        using var system = new SettingsDirectory("madvise").With(512, "inherit");
        Assert.Contains("dotnet-retain", Ids(SettingChoice.Of(new Situation(Read(system), dotnet!, false), [])));
    }

    [Fact]
    public void WhatTakesThePatchedKernelIsLeftOutWithItsReason()
    {
        Assert.SkipUnless(PatchedKernel.Probe(out string reason) is null, "this is the patched kernel");
        using var system = new SettingsDirectory("madvise").With(512, "inherit");
        Assert.Contains(new LeftOut("more pages a fault (multi_page_alloc)", reason), Choose(system).LeftOut);
    }

    private static IEnumerable<LeftOut> OfHugePages(SettingChoice choice) =>
        choice.LeftOut.Where(left => !left.Benchmark.Contains("multi_page_alloc", StringComparison.Ordinal));

    private static TriedProgram Program() =>
        TriedProgram.Find(["sh"], null, out string whyNot) ?? throw new InvalidOperationException(whyNot);

    private static TransparentHugePages Read(SettingsDirectory system) => TransparentHugePages.Read(system.Root)!;

    private static SettingChoice Choose(SettingsDirectory system) => SettingChoice.Of(new Situation(Read(system), Program(), false), []);

    // A machine may lack glibc, or have an old one.
    private static string[] Ids(SettingChoice choice, string? always = null) =>
        [.. choice.Tried.Select(setting => setting.Id).Concat(always is null ? [] : (string[])[always]).Distinct().OrderBy(Place)];

    private static int Place(string id) =>
        Array.IndexOf(["today", "thp-off", "glibc-hugetlb", "thp-always"], id) is >= 0 and var at ? at : int.MaxValue;
}
