using Bench.Results.Files;
using Bench.Results.Judge.Advice;
using Bench.Results.Pair;
using ScottPlot;

namespace Bench.Results.Show.Figures;

/// <summary>The figures as PNG and SVG files, by ScottPlot.</summary>
public static class FigureFiles
{
    private const int Width = 1000;

    /// <summary>Writes the figures of every run; a second run's files carry its number. Returns the files written.</summary>
    public static IReadOnlyList<string> Write(string folder, IReadOnlyList<Data.Run> runs)
    {
        Directory.CreateDirectory(folder);
        List<string> files = [];
        for (var i = 0; i < runs.Count; i++)
        {
            var suffix = runs.Count == 1 ? "" : $"-{i + 1}";
            if (LatencyFigure.Of(runs[i]) is { } calls)
                Save(LatencyPlot.Draw(calls), Path.Combine(folder, $"figure1-calls{suffix}"), 120 + 26 * calls.Bars.Count, files);
            foreach (var curves in new[] { PagesFigure.Of(runs[i]), BatchFigure.Of(runs[i]) }.OfType<CurveFigure>())
                Save(CurvePlot.Draw(curves), Path.Combine(folder, curves.Words.File + suffix), 560, files);
            if (BreakEvenFigure.Of(Adviser.Answer([runs[i].ByItsOwnTime()], Question.Usual), runs[i]) is { } advice)
                Save(BreakEvenPlot.Draw(advice), Path.Combine(folder, $"figure4-break-even{suffix}"), 480, files);
        }

        return files;
    }

    private static void Save(Plot plot, string path, int height, List<string> files)
    {
        using (plot)
        {
            AtomicFile.Write(path + ".png", plot.GetImageBytes(Width, height, ImageFormat.Png));
            AtomicFile.Write(path + ".svg", plot.GetSvgXml(Width, height));
        }

        files.AddRange([path + ".png", path + ".svg"]);
    }
}
