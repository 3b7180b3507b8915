using ScottPlot;

namespace Bench.Results.Show.Figures;

/// <summary>Okabe and Ito's colours in the order of the page's style sheet; they differ for every kind of colour vision.</summary>
internal static class Palette
{
    private static readonly string[] Hex = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"];

    public static Color Colour(int index) => Color.FromHex(Hex[index % Hex.Length]);
}
