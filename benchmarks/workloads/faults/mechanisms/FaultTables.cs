namespace Bench.Workloads.Faults.Mechanisms;

/// <summary>The tables that a mechanism may have rows in.</summary>
[Flags]
public enum FaultTables
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary><see cref="Workloads.PageFault"/>: every size, sequential and random. Its time is limited.</summary>
    PageFault = 1,

    /// <summary><see cref="FaultMechanisms"/>: the same for those that PageFault has no room for.</summary>
    Mechanisms = 2,

    /// <summary><see cref="FaultOrders"/>: the other orders.</summary>
    Orders = 4,

    /// <summary><see cref="SparseFaults"/>: a part of the pages.</summary>
    Densities = 8,

    /// <summary><see cref="Workloads.Teardown"/>: what giving the memory back costs.</summary>
    Teardown = 16,

    /// <summary>All of them.</summary>
    All = PageFault | Mechanisms | Orders | Densities | Teardown,
}
