using System.Text.Json.Serialization;

namespace Bench.Doctor;

/// <summary>What a finding is about.</summary>
public enum FindingKind
{
    /// <summary>Something the suite measures, here or not.</summary>
    [JsonStringEnumMemberName("measures")]
    Measures,

    /// <summary>Something it measures with.</summary>
    [JsonStringEnumMemberName("tools")]
    Tools,

    /// <summary>Something that disturbs measurements.</summary>
    [JsonStringEnumMemberName("noise")]
    Noise,
}

/// <summary>How a finding bears on the results, mildest first.</summary>
public enum Severity
{
    /// <summary>As it should be.</summary>
    [JsonStringEnumMemberName("ok")]
    Ok,

    /// <summary>Worth knowing when reading results.</summary>
    [JsonStringEnumMemberName("note")]
    Note,

    /// <summary>Makes results vary, or bends them.</summary>
    [JsonStringEnumMemberName("noisy")]
    Noisy,

    /// <summary>Can't be measured or used here; its rows are left out.</summary>
    [JsonStringEnumMemberName("missing")]
    Missing,
}

/// <summary>One thing the doctor looked at.</summary>
/// <param name="Id">Stable name, in snake case.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Severity">How it bears on the results.</param>
/// <param name="Seen">What was seen.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="Fix">The command or setting that mends it; null where there is nothing to mend, or no way to.</param>
public sealed record Finding(string Id, FindingKind Kind, string Title, Severity Severity, string Seen, string Why, string? Fix);
