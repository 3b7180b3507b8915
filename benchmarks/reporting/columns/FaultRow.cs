using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Bench.Reporting.Columns;

/// <summary>A row of a table of mechanisms.</summary>
/// <param name="Table">Class and method.</param>
/// <param name="Mechanism">How its pages come into memory.</param>
/// <param name="Pages">Pages per fault.</param>
/// <param name="Circumstances">Its other parameters: order, density.</param>
internal readonly record struct FaultRow(string Table, string Mechanism, int Pages, string Circumstances)
{
    private const string MechanismName = "Mechanism";
    private const string PagesName = "Pages";

    /// <summary>The row's parameters; null where it has no mechanism.</summary>
    public static FaultRow? Of(BenchmarkCase row)
    {
        var parameters = row.Parameters.Items;
        if (parameters.FirstOrDefault(item => item.Name == MechanismName) is not { } mechanism || parameters.FirstOrDefault(item => item.Name == PagesName)?.Value is not int pages)
            return null;
        var others = parameters.Where(item => item.Name is not (MechanismName or PagesName)).Select(item => $"{item.Name}={item.Value}");
        return new FaultRow($"{row.Descriptor.Type.Name}.{row.Descriptor.WorkloadMethod.Name}", mechanism.Value.ToString()!, pages, string.Join('&', others));
    }

    public static BenchmarkCase? Find(Summary summary, Func<FaultRow, bool> wanted) =>
        summary.BenchmarksCases.FirstOrDefault(row => Of(row) is FaultRow found && wanted(found));
}
