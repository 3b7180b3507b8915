namespace Bench.Tests.Settings;

/// <summary>Tests that change this machine's settings: never beside any other test.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class SystemSettingsCollection
{
    public const string Name = "system settings";
}
