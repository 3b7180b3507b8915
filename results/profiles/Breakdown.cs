using Bench.Results.Statistics;

namespace Bench.Results.Profiles;

/// <summary>A part of a row's time.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Stage">The stage that it belongs to; the same where it is one.</param>
/// <param name="Samples">How often it was seen.</param>
/// <param name="Share">As a share of all samples.</param>
public sealed record Part(string Name, string Stage, long Samples, Proportion Share);

/// <summary>A row's time by stages and by functions, each from the largest to the smallest.</summary>
public sealed class Breakdown
{
    private readonly (string Stage, string By, string Function, long Samples)[] seen;
    private readonly long all;

    /// <summary>Takes a profile apart.</summary>
    public Breakdown(Profile profile, StageTable table)
    {
        seen = [.. profile.Stacks.Select(stack => Seen(stack, table.Of(stack.Functions)))];
        all = profile.Samples;
    }

    /// <summary>Stages that were seen.</summary>
    public IReadOnlyList<Part> Stages => Parts(seen.Select(sample => (sample.Stage, sample.Stage, sample.Samples)));

    /// <summary>Functions that were seen, by the stage that they were seen in.</summary>
    public IReadOnlyList<Part> Functions => Parts(seen.Select(sample => (sample.Function, sample.Stage, sample.Samples)));

    /// <summary>Functions that the table does not place.</summary>
    public IReadOnlyList<Part> NotPlaced =>
        Parts(seen.Where(sample => sample.Stage == StageTable.NotPlaced).Select(sample => (sample.By, sample.Stage, sample.Samples)));

    private static (string Stage, string By, string Function, long Samples) Seen(SampledStack stack, (string Stage, string By) placed) =>
        (placed.Stage, placed.By, stack.Functions.Count == 0 ? StageTable.User : stack.Functions[^1], stack.Samples);

    private Part[] Parts(IEnumerable<(string Name, string Stage, long Samples)> samples) =>
    [
        .. samples.GroupBy(sample => (sample.Name, sample.Stage), sample => sample.Samples)
            .Select(group => new Part(group.Key.Name, group.Key.Stage, group.Sum(), Proportion.Of(group.Sum(), all)))
            .OrderByDescending(part => part.Samples).ThenBy(part => part.Name, StringComparer.Ordinal),
    ];
}
