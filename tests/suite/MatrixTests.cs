using Bench.Commands;
using Bench.Record;
using Bench.Selecting;
using Bench.Workloads;
using Bench.Workloads.Contracts;
using Bench.Workloads.PageFaults;
using BenchmarkDotNet.Configs;

namespace Bench.Tests.Suite;

public class MatrixTests
{
    /// <summary>Every class that works on the region is in the matrix, but for the one that takes no faults; PageFault too.</summary>
    [Fact]
    public void TheMatrixIsAllThatFaults()
    {
        HashSet<string> matrix = [.. Select("--allCategories", "Matrix").Select(item => item.Descriptor.Type.Name)];
        foreach (var type in
            WorkloadClasses.All.Where(type => AvailableCases.WhyNot(type) is null && type.IsAssignableTo(typeof(IUsesRegion))))
            Assert.True(matrix.Contains(type.Name) == (type != typeof(WarmAccess)), type.Name);
    }

    /// <summary>The sweep whose time is limited: the rows of PageFault as they always were, and what takes a few of them apart.</summary>
    [Fact]
    public void TheDefaultSweepIsPageFaultAndItsParts()
    {
        var sweep = Select("--filter", "*PageFault*").ToLookup(item => item.Descriptor.Type);
        Assert.Equal([nameof(FaultParts), nameof(PageFault)], sweep.Select(type => type.Key.Name).Order(StringComparer.Ordinal));
        Assert.InRange(sweep[typeof(FaultParts)].Count(), 1, 3);
        var cases = sweep[typeof(PageFault)].ToArray();
        Assert.InRange(cases.Length, 2, 59);
        Assert.All(cases,
            item => Assert.Equal("Mechanism Pages Order", string.Join(' ', item.Parameters.Items.Select(parameter => parameter.Name))));
        Assert.Equal("random sequential", string.Join(' ', cases.Select(item => item.Parameters["Order"].ToString()).Distinct().Order()));
        Assert.Subset(new HashSet<string?> { "ZeroingFloor", "Demand", "LargeFolio", "Populate", "MultiPageAlloc" },
            cases.Select(item => item.Parameters["Mechanism"].ToString()).ToHashSet());
    }

    [Fact]
    public void EverySparseRowHasItsDemandRow()
    {
        var cases = Select("--filter", "*SparseFaults*");
        foreach (var density in cases.GroupBy(item => item.Parameters["Density"].ToString()))
            Assert.Single(density, item => item.Parameters["Mechanism"].ToString() == "Demand");
    }

    private static IReadOnlyList<BenchmarkDotNet.Running.BenchmarkCase> Select(params string[] args)
    {
        var parsed = BenchmarkDotNetOptions.Parse(args, ManualConfig.CreateEmpty(), out string error);
        Assert.True(parsed is not null, error);
        return new Selection(parsed, leaveSettings: false, rounds: null).Cases(new RunRecord([]));
    }
}
