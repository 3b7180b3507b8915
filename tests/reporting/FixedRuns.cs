namespace Bench.Tests.Reporting;

/// <summary>Tests that make a <see cref="FixedRun"/>, which names its spool in an environment variable while it lives.</summary>
[CollectionDefinition(Name)]
public sealed class FixedRuns
{
    public const string Name = "fixed runs";
}
