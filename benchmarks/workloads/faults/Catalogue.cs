namespace Bench.Workloads;

internal static class Catalogue
{
    /// <summary>One of each concrete <typeparamref name="T"/> in this assembly, in its own order, so that adding one is adding a file.</summary>
    public static IReadOnlyList<T> Of<T>() where T : IComparable<T> =>
    [
        .. typeof(T).Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(T)) && !type.IsAbstract)
            .Select(type => (T)Activator.CreateInstance(type)!)
            .Order(),
    ];
}
