namespace Bench.Judging;

/// <summary>Every check of this assembly.</summary>
public static class CaseChecks
{
    /// <summary>The marks that <paramref name="counts"/> earn.</summary>
    public static IReadOnlyList<Mark> Apply(CaseCounts counts) =>
    [
        .. typeof(CaseChecks).Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(ICaseCheck)) && !type.IsAbstract)
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => ((ICaseCheck)Activator.CreateInstance(type)!).Check(counts))
            .OfType<Mark>(),
    ];
}
