using System.Globalization;
using Bench.Results.Data;
using Bench.Results.Judge;
using Bench.Results.Statistics;

namespace Bench.Record;

/// <summary>The iterations fall into two groups, so that their mean describes neither.</summary>
public sealed class TwoModesCheck : ICaseCheck
{
    public Mark? Check(CaseCounts counts) => TwoModes.Find([.. counts.Iterations.Select(i => i.Nanoseconds / i.Operations)]) is { } modes
        ? new Mark("modes",
            string.Create(CultureInfo.InvariantCulture,
                $"two modes: {modes.Low:N1} {counts.Unit} and {modes.High:N1} {counts.Unit} ({modes.HighShare:P0} of iterations)"),
            "no single number describes the row: give both, or find what switches between them")
        : null;
}
