using System.Reflection;

namespace Bench;

/// <summary>Finds the parts of a kind, so that adding one is adding a file.</summary>
public static class Catalogue
{
    /// <summary>
    /// One of each concrete <typeparamref name="T"/> in the assembly that declares it and in <paramref name="others"/>: in its own order
    /// where it has one, otherwise by name.
    /// </summary>
    public static IReadOnlyList<T> Of<T>(params IEnumerable<Assembly> others) =>
    [
        .. others.Prepend(typeof(T).Assembly).Distinct().SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsAssignableTo(typeof(T)) && !type.IsAbstract && type.GetConstructor(Type.EmptyTypes) is not null)
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (T)Activator.CreateInstance(type)!)
            .Order(Comparer<T>.Create((x, y) => x is IComparable<T> comparable ? comparable.CompareTo(y) : 0)),
    ];
}
