namespace Bench.Tests.Settings;

/// <summary>
/// Tests that change this machine's settings, run the suite in this process, which hands over by an environment variable, or count this
/// process's faults and memory: never beside any other test.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class SystemSettingsCollection
{
    public const string Name = "system settings";
}
