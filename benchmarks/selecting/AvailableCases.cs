using System.Reflection;
using Bench.Interop;
using Bench.Machine;
using Bench.Record;
using Bench.Results.Data;
using Bench.Workloads.Contracts;
using Bench.Workloads.Faults;
using Bench.Workloads.Requirements;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Running;

namespace Bench.Selecting;

/// <summary>
/// Leaves out what this machine can't measure, and notes each such row that the user asked for with its reason. Combinations of
/// parameters that mean nothing are dropped without a word.
/// </summary>
internal sealed class AvailableCases(RunRecord record, IReadOnlyList<IFilter> asked, bool leaveSettings) : IFilter
{
    private readonly Lazy<MemoryBudget> budget = new(() => MemoryBudget.Read());

    public bool Predicate(BenchmarkCase benchmarkCase)
    {
        if (!asked.All(filter => filter.Predicate(benchmarkCase)))
            return false;
        var selects = CaseInstance.Of(benchmarkCase) as ISelectsCases;
        if (selects is { Exists: false })
            return false;

        string? reason = WhyNot(benchmarkCase.Descriptor.WorkloadMethod) ?? selects?.WhyNot(leaveSettings)
            ?? WhyTooLarge(selects as IUsesRegion);
        if (reason is null)
            return true;
        record.LeaveOut(new LeftOut(CaseName.Of(benchmarkCase), reason));
        return false;
    }

    // A region that is too large is refused before anything runs, unless none fits at all; a row that needs more than that is left out
    // alone.
    private string? WhyTooLarge(IUsesRegion? row) =>
        row is { MemoryBesides: var besides } && (besides > 0 || budget.Value.LargestRegion is null)
            && MemoryBudget.Need((long)(Region.Bytes * (1 + besides))) is var need && budget.Value.Available < need
            ? $"needs {ByteSize.Describe(need, MidpointRounding.ToPositiveInfinity)} for the region and what it has beside it; this "
                + $"machine can give {ByteSize.Describe(budget.Value.Available.Value, MidpointRounding.ToNegativeInfinity)} "
                + $"({budget.Value.Limiter})"
            : null;

    /// <summary>Why a class, or a method of it, has no place on this machine; null where it has.</summary>
    public static string? WhyNot(MemberInfo member) => Lacking(member)?.Reason;

    /// <summary>The same with what the user can do; null where it has a place.</summary>
    public static (string Reason, string Remedy)? Lacking(MemberInfo member)
    {
        foreach (var need in member.GetCustomAttributes().OfType<INeed>())
        {
            if (need.WhyNot() is { } reason)
                return (reason, need.Remedy);
        }
        return null;
    }
}
