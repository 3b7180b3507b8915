using Bench.Results.Data;

namespace Bench.Record;

/// <summary>Every check of this assembly.</summary>
public static class CaseChecks
{
    /// <summary>The marks that <paramref name="counts"/> earn.</summary>
    public static IReadOnlyList<Mark> Apply(CaseCounts counts) =>
        [.. Catalogue.Of<ICaseCheck>().Select(check => check.Check(counts)).OfType<Mark>()];
}
