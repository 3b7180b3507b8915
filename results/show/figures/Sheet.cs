namespace Bench.Results.Show.Figures;

/// <summary>What a figure is drawn on; svg.css has the sizes of its letters.</summary>
/// <param name="Style">Its class in the style sheet.</param>
/// <param name="Width">Its width.</param>
/// <param name="Letter">Size of letters.</param>
/// <param name="Soft">Size of the letters beside axes.</param>
internal sealed record Sheet(string Style, double Width, double Letter, double Soft)
{
    /// <summary>A page on a screen of usual width.</summary>
    public static readonly Sheet Wide = new("wide", 940, 13, 12);

    /// <summary>A page on a telephone.</summary>
    public static readonly Sheet Narrow = new("narrow", 360, 13, 12);

    /// <summary>A file, which is shown between 640 and 1,000 pixels wide.</summary>
    public static readonly Sheet File = new("file", 800, 14, 13);

    /// <summary>Whether there is no room beside a figure.</summary>
    public bool IsNarrow => this == Narrow;
}
