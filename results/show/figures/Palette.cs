using ScottPlot;

namespace Bench.Results.Show.Figures;

/// <summary>How the figure files look: Okabe and Ito's colours in the order of the page's style sheet; they differ for every kind of colour vision.</summary>
internal static class Palette
{
    /// <summary>Where it is missing, ScottPlot takes the system's own.</summary>
    public const string Font = "DejaVu Sans";

    private static readonly string[] Hex = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"];

    public static Color Colour(int index) => Color.FromHex(Hex[index % Hex.Length]);
}
