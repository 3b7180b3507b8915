using Bench.Results.Tries;

namespace Bench.Results.Judge.Tries;

/// <summary>A setting that was judged against today's.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Time">Its time as the head, today's as the base.</param>
/// <param name="Memory">Its memory as a multiple of today's; null where it is not known.</param>
/// <param name="WhyNot">Why it isn't recommended although it is faster; null where it may be, or isn't faster.</param>
public sealed record SettingVerdict(TriedSetting Setting, RowJudgement Time, double? Memory, string? WhyNot)
{
    /// <summary>Whether it saves time beyond the threshold and beyond chance.</summary>
    public bool IsFaster => Time.Verdict == Verdict.Improvement && Time.Upper < 1;
}
