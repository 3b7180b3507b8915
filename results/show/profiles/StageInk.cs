using Bench.Results.Profiles;
using Bench.Results.Show.Figures;

namespace Bench.Results.Show.Profiles;

/// <summary>Colours of stages.</summary>
internal static class StageInk
{
    /// <summary>A stage's; soft for what is of none.</summary>
    public static string Of(string stage) => stage.Length == 0 ? "var(--line)" : Ink.Of(Place(stage));

    /// <summary>The stage's place in the table.</summary>
    public static int Place(string stage) => StageTable.Own.Stages.Index().First(known => known.Item == stage).Index;
}
