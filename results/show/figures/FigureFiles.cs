using Bench.Results.Files;

namespace Bench.Results.Show.Figures;

/// <summary>The figures as SVG files.</summary>
public static class FigureFiles
{
    /// <summary>Writes the figures of every run; a second run's files carry its number. Returns the files written.</summary>
    public static IReadOnlyList<string> Write(string folder, IReadOnlyList<Data.Run> runs)
    {
        Directory.CreateDirectory(folder);
        List<string> files = [];
        for (int i = 0; i < runs.Count; i++)
            foreach (var figure in Figure.AllOf(runs[i]))
            {
                string file = Path.Combine(folder, $"{figure.File}{(runs.Count == 1 ? "" : $"-{i + 1}")}.svg");
                AtomicFile.Write(file, FigureFile.Write(figure));
                files.Add(file);
            }

        return files;
    }
}
