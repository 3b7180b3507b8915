using System.Globalization;
using Bench.Results.Data;
using Bench.Results.Pair;

namespace Bench.Results.Show.Table.Columns;

/// <summary>What one entry into the kernel costs, with all the pages it brings.</summary>
internal sealed class CostPerFault : Column
{
    public override int Place => 11;

    public override string Heading(string unit) => $"{unit}/fault";

    public override string Meaning =>
        "centre / measured faults per page; for Populate, which takes no fault, per madvise call over every page";

    public override Cell? Of(TableRow row) =>
        row.Measured is not { Expected: { } promised, Measured: { } counted } ? null
        : PagesOfPopulate(row.Measured) is { } pages ? Cell.Value(row.Centre * pages)
        : promised > 0 && counted > 0 ? Cell.Value(row.Centre / counted) : null;

    private static int? PagesOfPopulate(BenchmarkRow row) =>
        row is { Type: "PageFault", Method: "Touch" } && row.Parameter(Reference.Mechanism) == "Populate"
            && int.TryParse(row.Parameter(Reference.Pages), NumberStyles.None, CultureInfo.InvariantCulture, out int pages)
            ? pages
            : null;
}
