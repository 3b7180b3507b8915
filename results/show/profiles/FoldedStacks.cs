using System.Text;
using Bench.Results.Profiles;

namespace Bench.Results.Show.Profiles;

/// <summary>
/// Folded stacks: a line a stack, from the row inwards, frames parted by semicolons, and the count of samples (Gregg, FlameGraph,
/// stackcollapse-perf.pl), as flamegraph.pl, speedscope and others read them.
/// </summary>
public static class FoldedStacks
{
    /// <summary>All profiles, each under its row's title.</summary>
    public static string Write(IEnumerable<Profile> profiles)
    {
        var text = new StringBuilder();
        foreach (var profile in profiles)
        {
            foreach (var stack in profile.Stacks)
                text.AppendJoin(';', Frames(profile, stack).Select(Frame)).Append($" {stack.Samples}\n");
        }
        return text.ToString();
    }

    /// <summary>A stack under its row.</summary>
    internal static IEnumerable<string> Frames(Profile profile, SampledStack stack) =>
        [profile.Title, .. stack.Functions.Count == 0 ? [StageTable.User] : stack.Functions];

    private static string Frame(string name) => Printable.Line(name).Replace(';', ',');
}
