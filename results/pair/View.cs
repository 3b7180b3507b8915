
using Bench.Results.Data;
using Bench.Results.Metrics;

namespace Bench.Results.Pair;

/// <summary>How the user asked to look at runs.</summary>
/// <param name="Metric">The time judged; null: for each row the one that tells.</param>
/// <param name="IsRelative">Ratios to each run's own reference rows instead of times.</param>
public sealed record View(Metric? Metric, bool IsRelative)
{
    /// <summary>Two runs side by side.</summary>
    /// <exception cref="ReadException">Ratios are asked for and a run has no reference row.</exception>
    public Pairing Pair(Run old, Run current) => Pairing.Of(Of(old), Of(current), Metric);

    /// <summary>One run.</summary>
    public Run Of(Run run)
    {
        if (!IsRelative)
            return run;
        var ratios = Reference.Relative(run);
        return ratios.Rows.Count > 0
            ? ratios
            : throw new ReadException(run.Source, "no row has a reference row in the same run (FunctionCall, Mechanism=Demand)");
    }
}
