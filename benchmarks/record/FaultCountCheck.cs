using System.Globalization;
using Bench.Results.Data;

namespace Bench.Record;

/// <summary>The row took the faults that its mechanism promises; otherwise it measured something else.</summary>
public sealed class FaultCountCheck : ICaseCheck
{
    public Mark? Check(CaseCounts counts)
    {
        if (counts.PromisedFaults is not double promised)
            return null;
        double measured = counts.FaultsPerOperation;
        return Math.Abs(measured - promised) <= counts.Tolerance
            ? null
            : new Mark("faults",
                string.Create(CultureInfo.InvariantCulture, $"faults per page: {measured:0.0000} measured, {promised:0.0000} promised"),
                "the row measured something else than its name says: don't use it");
    }
}
