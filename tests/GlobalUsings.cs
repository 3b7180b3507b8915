global using Xunit;

[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]
[assembly: AssemblyFixture(typeof(Bench.Tests.Results.Browser))]
[assembly: TestCollectionOrderer(typeof(Bench.Tests.Suite.SuiteProcessesFirst))]
