using Bench.Interop.Memory;

namespace Bench.Results.Show.Advice.Howto;

/// <summary>
/// What to type to get a mechanism. A new mechanism is a new subclass in this folder; one without is advised by name only.
/// </summary>
public abstract class HowTo
{
    /// <summary>The suite's name of the mechanism.</summary>
    public abstract string Mechanism { get; }

    /// <summary>What to do, and what to type for it, in order.</summary>
    /// <param name="pages">Pages at once.</param>
    /// <param name="pageBytes">Bytes of a page.</param>
    public abstract IEnumerable<HowToStep> Steps(int pages, int pageBytes);

    /// <summary>The steps to <paramref name="mechanism"/>; none where it is unknown here.</summary>
    public static IReadOnlyList<HowToStep> Get(string mechanism, int pages, int pageBytes) =>
        [.. Catalogue.Of<HowTo>().FirstOrDefault(h => h.Mechanism == mechanism)?.Steps(pages, pageBytes) ?? []];

    /// <summary>Where the kernel has its settings.</summary>
    protected const string Sysfs = HugePageFiles.Folder;
}

/// <summary>One thing to do.</summary>
/// <param name="Why">What it does, and where; without a full stop.</param>
/// <param name="Text">What to type or to write.</param>
public sealed record HowToStep(string Why, string Text);
