using Bench.Results.Data;
using Bench.Results.Judge;

namespace Bench.Results.Show.Figures;

/// <summary>Time for each part against how many parts come at one entry into the kernel. What is drawn, not how.</summary>
/// <param name="Words">What entries and parts are called.</param>
/// <param name="Unit">The run's unit.</param>
/// <param name="Series">The lines.</param>
/// <param name="Floor">A time under which none can go; null when there is none.</param>
public sealed record CurveFigure(CurveWords Words, string Unit, IReadOnlyList<CurveSeries> Series, Floor? Floor = null)
{
    // Four lines a colour.
    private const int MostDrawn = 32;

    /// <summary>The lines that are drawn.</summary>
    public IReadOnlyList<CurveSeries> Drawn { get; } = [.. Series.Take(MostDrawn)];

    /// <summary>Lines of one group share a colour.</summary>
    public int ColourOf(CurveSeries series) => Series.Select(s => s.Group).Distinct().ToList().IndexOf(series.Group);
}

/// <summary>What a figure's curves are about.</summary>
/// <param name="Number">The figure's number.</param>
/// <param name="File">Name of its files.</param>
/// <param name="Heading">What it shows, as a heading.</param>
/// <param name="Entry">What brings several parts: "fault".</param>
/// <param name="Part">What comes several at a time: "page".</param>
/// <param name="Line">What one line is: "mechanism and order".</param>
/// <param name="Styles">What hollow and dashed mean, a sentence.</param>
public sealed record CurveWords(int Number, string File, string Heading, string Entry, string Part, string Line, string Styles)
{
    /// <summary>What the horizontal axis counts: "pages per fault".</summary>
    public string Across => $"{Part}s per {Entry}";
}

/// <summary>A horizontal line.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">Where it is.</param>
public sealed record Floor(string Name, double Value);

/// <summary>One line of the figure.</summary>
/// <param name="Name">How the legend calls it.</param>
/// <param name="Group">What it shares its colour with.</param>
/// <param name="IsDashed">Dashed and hollow, so that two lines of a group differ without colour.</param>
/// <param name="Points">By parts per entry.</param>
public sealed record CurveSeries(string Name, string Group, bool IsDashed, IReadOnlyList<CurvePoint> Points)
{
    // Twice as many as there are doublings of a 32-bit size.
    private const int MostDrawn = 64;

    /// <summary>The points that are drawn.</summary>
    public IReadOnlyList<CurvePoint> Drawn { get; } = [.. Points.Take(MostDrawn)];

    /// <summary>The smallest size within 10 % of the best; null with one size.</summary>
    public int? Knee { get; } = Points.Count > 1 ? CostModel.Knee(Centres(Points)) : null;

    /// <summary>The fitted cost model; null with fewer than three sizes.</summary>
    public CostModel? Model { get; } = CostModel.Fit(Centres(Points))
        ?.Widened(
            [.. Enumerable.Range(0, Points.Min(p => p.Row.Launches.Count)).Select(launch => OfLaunch(Points, launch)).OfType<CostModel>()]);

    private static CostModel? OfLaunch(IReadOnlyList<CurvePoint> points, int launch) =>
        CostModel.Fit([.. points.Select(p => (p.Size, p.Row.Launches[launch].Median))]);

    private static (int, double)[] Centres(IReadOnlyList<CurvePoint> points) => [.. points.Select(p => (p.Size, p.Summary.Centre))];
}

/// <summary>One measured size.</summary>
/// <param name="Row">The benchmark.</param>
/// <param name="Size">Parts per entry.</param>
/// <param name="Summary">Time for each part and its interval.</param>
public sealed record CurvePoint(BenchmarkRow Row, int Size, Summary Summary)
{
    /// <summary>The points of <paramref name="rows"/> by size, where the parameter <paramref name="size"/> says one.</summary>
    public static IReadOnlyList<CurvePoint> Of(IEnumerable<BenchmarkRow> rows, string size) =>
        [.. rows.Where(r => SizeOf(r, size) is not null).Select(r => new CurvePoint(r, SizeOf(r, size)!.Value, Summary.Of(r)))
            .OrderBy(p => p.Size)];

    private static int? SizeOf(BenchmarkRow row, string parameter) =>
        int.TryParse(row.Parameter(parameter), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture,
            out int size) && size > 0 ? size : null;
}
