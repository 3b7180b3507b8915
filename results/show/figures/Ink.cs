namespace Bench.Results.Show.Figures;

/// <summary>The style sheet's colours of lines.</summary>
internal static class Ink
{
    private const int Colours = 8;

    public static string Of(int index) => $"var(--s{Math.Max(0, index) % Colours})";
}
