using Xunit.Sdk;
using Xunit.v3;

namespace Bench.Tests.Suite;

/// <summary>Begins with <see cref="SuiteProcesses"/>, which take longest; the others stand as they would.</summary>
public sealed class SuiteProcessesFirst : ITestCollectionOrderer
{
    public IReadOnlyCollection<T> OrderTestCollections<T>(IReadOnlyCollection<T> testCollections)
        where T : ITestCollection =>
        [
            .. DefaultTestCollectionOrderer.Instance.OrderTestCollections(testCollections)
                .OrderBy(collection => collection.TestCollectionDisplayName != SuiteProcesses.Name),
        ];
}
