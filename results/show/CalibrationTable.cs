using System.Text;
using Bench.Results.Data;
using Bench.Results.Judge;

namespace Bench.Results.Show;

/// <summary>What a calibration learnt, as a markdown table.</summary>
public static class CalibrationTable
{
    /// <summary>The whole text.</summary>
    public static string Write(Run run)
    {
        var text =
            new StringBuilder(
                $"| Benchmark | Centre {run.Unit} | Launches | Launch-to-launch deviation | Smallest change told from noise |\n| --- | "
                    + $"---: | ---: | ---: | ---: |\n");
        foreach (var row in run.Rows)
            if (row.Noise is { } noise)
                text.Append(
                    $"| {Markdown.Text(row.FullName)} | {Numbers.Value(Summary.CentreOf(row))} | {noise.Rounds} | "
                        + $"{Numbers.Percent(noise.Deviation)} | {Numbers.Percent(noise.Floor)} |\n");
        return text.ToString();
    }
}
