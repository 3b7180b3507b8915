using System.Globalization;
using Bench.Results.Data;
using Bench.Results.Statistics;

namespace Bench.Results.Judge;

/// <summary>Says of a row that its iterations fall into two groups.</summary>
public static class Modes
{
    // The suite's own mark for the same thing, which is shown with the other marks.
    private const string MarkId = "modes";

    /// <summary>"has two modes, near 1700 and 2900 (40 % of iterations in the upper)", or null.</summary>
    public static string? Describe(BenchmarkRow row)
    {
        if (row.Marks.Any(m => m.Id == MarkId))
            return null;
        return TwoModes.Find([.. row.Launches.SelectMany(l => l.Values)]) is { } modes
            ? string.Create(CultureInfo.InvariantCulture,
                $"has two modes, near {modes.Low:G4} and {modes.High:G4} ({100 * modes.HighShare:0} % of iterations in the upper)")
            : null;
    }
}
