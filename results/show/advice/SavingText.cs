using Bench.Results.Judge.Advice;
using Bench.Results.Judge.Parts;

namespace Bench.Results.Show.Advice;

/// <summary>Where the time goes that a size saves, in words.</summary>
internal static class SavingText
{
    /// <summary>"LargeFolio 512 saves 14.8 of 15.1 µs a page: 8.0 of the hypervisor's tables and 6.2 of the way in and out."</summary>
    public static string Sentence(Saving saving, string unit)
    {
        double whole = saving.Demand.Whole.Value, saved = whole - saving.Touch.Whole.Value;
        var (scale, word) = TouchPartsText.Scale(whole, unit);
        string Short(double time) => TouchPartsText.Short(time / scale);
        string[] parts =
            [.. saving.Told.OrderByDescending(part => part.Saved.Value).Select(part => $"{Short(part.Saved.Value)} of {part.Part.Name}")];
        return $"{TouchPartsText.Name(saving.Touch)} {(saved >= 0 ? "saves" : "takes")} {Short(Math.Abs(saved))} {word} a page "
            + $"{(saved >= 0 ? "of" : "more than")} {Short(whole)}: "
            + (parts.Length == 0 ? "no part of it is told apart from nothing." : $"it saves {TouchPartsText.Listed(parts)}.");
    }

    /// <summary>What that says of the machine.</summary>
    public static IEnumerable<string> Remarks(Saving saving) => saving.Demand.Paging switch
    {
        Paging.Hypervisor =>
            ["The hypervisor fills page tables of its own when a page is first used (shadow page tables): only a size that it maps as a "
                + "whole saves that."],
        _ => ["No hypervisor fills page tables of its own here (nested paging, or none): a first use after the fault is no part of these."],
    };
}
