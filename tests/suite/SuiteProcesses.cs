namespace Bench.Tests.Suite;

/// <summary>
/// Tests that measure in processes that they start: one after another, as one run at a time may have the machine's settings, but beside all
/// tests that start none.
/// </summary>
[CollectionDefinition(Name)]
public sealed class SuiteProcesses
{
    public const string Name = "processes of the suite";
}
