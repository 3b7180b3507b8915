global using Xunit;

[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]
[assembly: AssemblyFixture(typeof(Bench.Tests.Results.Browser))]
[assembly: TestCollectionOrderer(typeof(Bench.Tests.Suite.TestOrder))]
[assembly: TestClassOrderer(typeof(Bench.Tests.Suite.TestOrder))]
[assembly: TestMethodOrderer(typeof(Bench.Tests.Suite.TestOrder))]
[assembly: TestCaseOrderer(typeof(Bench.Tests.Suite.TestOrder))]
