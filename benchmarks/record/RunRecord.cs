using Bench.Machine;
using Bench.Results.Data;
using BenchmarkDotNet.Running;

namespace Bench.Record;

/// <summary>What a run knows beyond BenchmarkDotNet's own summary; filled while it runs, read by columns and exporters.</summary>
/// <param name="environment">The machine's facts at the start of the run.</param>
/// <param name="unit">What its clock counts.</param>
public sealed class RunRecord(IReadOnlyList<EnvironmentFact> environment, string unit = Results.Data.Units.Nanoseconds)
{
    private readonly Dictionary<BenchmarkCase, (CaseCounts Counts, IReadOnlyList<Mark> Marks)> cases = [];
    private readonly Dictionary<BenchmarkCase, string> failures = [];
    private readonly List<LeftOut> leftOut = [];

    /// <summary>The machine's facts at the start of the run.</summary>
    public IReadOnlyList<EnvironmentFact> Environment { get; } = environment;

    /// <summary>
    /// What the machine's clock counts, and thereby the unit of everything measured: one of <see cref="Results.Data.Units"/>'s.
    /// </summary>
    public string Unit { get; } = unit;

    /// <summary>Rows left out, each once.</summary>
    public IReadOnlyList<LeftOut> LeftOut => leftOut;

    /// <summary>Reports that could not be written, with the reason, one line each.</summary>
    public IList<string> Unwritten { get; } = [];

    /// <summary>Cases whose counts can't be read, with the reason, one line each.</summary>
    public IList<string> Uncounted { get; } = [];

    /// <summary>What was counted in all cases so far.</summary>
    public IEnumerable<CaseCounts> Counted => cases.Values.Select(found => found.Counts);

    /// <summary>Notes a row that is left out; a second note of the same row changes nothing.</summary>
    public void LeaveOut(LeftOut row)
    {
        if (!leftOut.Contains(row))
            leftOut.Add(row);
    }

    /// <summary>Notes what was counted for a case, and judges it.</summary>
    public void Add(BenchmarkCase benchmark, CaseCounts counts) => cases[benchmark] = (counts, CaseChecks.Apply(counts));

    /// <summary>Notes that what a case counted is lost. It keeps its times.</summary>
    public void LostCounts(BenchmarkCase benchmark, string reason) =>
        Uncounted.Add($"{CaseName.Of(benchmark)}: what it counted can't be read ({reason}); its times stand, without faults and marks");

    /// <summary>Notes why a case failed.</summary>
    public void Fail(BenchmarkCase benchmark, string reason) => failures[benchmark] = reason;

    /// <summary>Notes that it didn't: a build may succeed at the second attempt.</summary>
    public void Succeed(BenchmarkCase benchmark) => failures.Remove(benchmark);

    /// <summary>Why a case failed; null where it didn't, or nobody knows.</summary>
    public string? FailureOf(BenchmarkCase benchmark) => failures.GetValueOrDefault(benchmark);

    /// <summary>What was counted for a case; null where it never ran to its end.</summary>
    public CaseCounts? CountsOf(BenchmarkCase benchmark) => cases.TryGetValue(benchmark, out var found) ? found.Counts : null;

    /// <summary>The case's marks.</summary>
    public IReadOnlyList<Mark> MarksOf(BenchmarkCase benchmark) => cases.TryGetValue(benchmark, out var found) ? found.Marks : [];
}
