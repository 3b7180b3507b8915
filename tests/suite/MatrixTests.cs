using System.Reflection;
using Bench.Commands;
using Bench.Measuring;
using Bench.Reporting;
using Bench.Selecting;
using Bench.Workloads;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;

namespace Bench.Tests.Suite;

public class MatrixTests
{
    /// <summary>Every class that works on the region is in the matrix, but for the one that takes no faults.</summary>
    [Fact]
    public void TheMatrixIsAllThatFaults()
    {
        string[] matrix = [.. Select("--allCategories", "Matrix").Select(item => item.Descriptor.Type.Name).Distinct()];
        string[] faulting = [.. WorkloadClasses.All.Where(type => type.IsAssignableTo(typeof(IUsesRegion)) && type != typeof(WarmAccess)).Select(type => type.Name)];
        Assert.Superset(matrix.ToHashSet(), WorkloadClasses.All.Where(type => type.GetCustomAttribute<BenchmarkCategoryAttribute>() is not null).Select(type => type.Name).ToHashSet());
        Assert.Subset(faulting.Append("").ToHashSet(), matrix.Where(name => name is "PageFault" or "FaultKinds" or "FaultMechanisms" or "FaultOrders" or "SparseFaults" or "Teardown").ToHashSet());
    }

    /// <summary>The sweep whose time is limited: its rows are as they always were.</summary>
    [Fact]
    public void TheDefaultSweepIsPageFaultAlone()
    {
        var cases = Select("--filter", "*PageFault*");
        Assert.Equal([typeof(PageFault)], cases.Select(item => item.Descriptor.Type).Distinct());
        Assert.InRange(cases.Count, 2, 59);
        Assert.All(cases, item => Assert.Equal(["Mechanism", "Pages", "Order"], item.Parameters.Items.Select(parameter => parameter.Name)));
        Assert.Equal(["random", "sequential"], cases.Select(item => item.Parameters["Order"].ToString()).Distinct().Order());
        Assert.Subset(new HashSet<string?> { "ZeroingFloor", "Demand", "LargeFolio", "Populate", "MultiPageAlloc" }, cases.Select(item => item.Parameters["Mechanism"].ToString()).ToHashSet());
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
        return new Selection(parsed, leaveSettings: false).Cases(new RunRecord([]));
    }
}
