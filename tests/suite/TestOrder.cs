using System.Globalization;
using Xunit.Sdk;
using Xunit.v3;

namespace Bench.Tests.Suite;

/// <summary>
/// Tests in the order of xunit, or shuffled where TEST_ORDER names a seed: what passes in one order only leans on another test. Begins with
/// <see cref="SuiteProcesses"/>, which take longest.
/// </summary>
public sealed class TestOrder : ITestCollectionOrderer, ITestClassOrderer, ITestMethodOrderer, ITestCaseOrderer
{
    private static readonly int? Seed = Environment.GetEnvironmentVariable("TEST_ORDER") is { Length: > 0 } text
        ? int.Parse(text, CultureInfo.InvariantCulture)
        : null;

    public IReadOnlyCollection<T> OrderTestCollections<T>(IReadOnlyCollection<T> testCollections)
        where T : ITestCollection =>
        [
            .. Order(testCollections, DefaultTestCollectionOrderer.Instance.OrderTestCollections)
                .OrderBy(collection => collection.TestCollectionDisplayName != SuiteProcesses.Name),
        ];

    public IReadOnlyCollection<T?> OrderTestClasses<T>(IReadOnlyCollection<T?> testClasses)
        where T : notnull, ITestClass => Order(testClasses, DefaultTestClassOrderer.Instance.OrderTestClasses);

    public IReadOnlyCollection<T?> OrderTestMethods<T>(IReadOnlyCollection<T?> testMethods)
        where T : notnull, ITestMethod => Order(testMethods, DefaultTestMethodOrderer.Instance.OrderTestMethods);

    public IReadOnlyCollection<T> OrderTestCases<T>(IReadOnlyCollection<T> testCases)
        where T : notnull, ITestCase => Order(testCases, DefaultTestCaseOrderer.Instance.OrderTestCases);

    private static IReadOnlyCollection<T> Order<T>(
        IReadOnlyCollection<T> tests, Func<IReadOnlyCollection<T>, IReadOnlyCollection<T>> usual)
    {
        var ordered = usual(tests).ToArray();
        if (Seed is { } seed)
            new Random(seed).Shuffle(ordered);
        return ordered;
    }
}
