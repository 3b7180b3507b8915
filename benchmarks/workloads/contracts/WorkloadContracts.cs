using Bench.Settings;
using Bench.Workloads.Faults;

namespace Bench.Workloads.Contracts;

/// <summary>A benchmark class whose operations per invocation depend on its parameters.</summary>
public interface ICountsOperations
{
    /// <summary>Operations in one invocation; known once the parameters are set.</summary>
    long OperationsPerInvocation { get; }

    /// <summary>What one operation is.</summary>
    string Unit => "page";
}

/// <summary>A benchmark class whose rows check their own fault count.</summary>
public interface IPromisesFaults
{
    /// <summary>What the row must show.</summary>
    FaultPromise Promise { get; }
}

/// <summary>A benchmark class that does not have a row for every combination of its parameters.</summary>
public interface ISelectsCases
{
    /// <summary>Whether the combination means anything at all.</summary>
    bool Exists { get; }

    /// <summary>Why this machine can't run it; null where it can.</summary>
    /// <param name="leaveSettings">System settings must stay as they are.</param>
    string? WhyNot(bool leaveSettings);
}

/// <summary>A benchmark class that needs system settings changed while a row runs.</summary>
public interface IChangesSettings
{
    /// <summary>The changes; none where the settings are right already.</summary>
    IReadOnlyList<SettingChange> Settings { get; }
}

/// <summary>A benchmark class that works on <see cref="Region"/>, so that memory must hold it.</summary>
public interface IUsesRegion
{
    /// <summary>Memory that a row needs besides the region, as a share of that.</summary>
    double MemoryBesides => 0;

    /// <summary>Bytes of it that an iteration goes over at most, however large it is.</summary>
    long MostBytes => long.MaxValue;
}

/// <summary>A benchmark class that knows what its memory cost.</summary>
public interface IWeighsMemory
{
    /// <summary>What the last iteration left resident; null before there was one.</summary>
    MemoryCost? MemoryCost { get; }
}

/// <summary>
/// A benchmark class some of whose rows wait for another thread by design, so that a small share of the processor is no disturbance.
/// </summary>
public interface IWaits
{
    /// <summary>Whether this row does.</summary>
    bool Waits { get; }
}

/// <summary>
/// A benchmark class whose work is done by workers of its own, on other threads or in other processes than the one that takes the time.
/// </summary>
internal interface IEmploysWorkers
{
    /// <summary>
    /// Processors that the workers may use, ascending: those of the measuring thread before it was pinned. Set before anything else.
    /// </summary>
    IReadOnlyList<int> Processors { set; }

    /// <summary>The workers' counters instead of the measuring thread's; disposed of by the engine.</summary>
    IThreadMeter OpenMeter();
}
