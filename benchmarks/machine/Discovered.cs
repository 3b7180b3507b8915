namespace Bench.Machine;

/// <summary>One of every implementation in this assembly: a new fact or check is a new file, and no list has to be kept.</summary>
internal static class Discovered
{
    /// <summary>An instance of each concrete <typeparamref name="T"/>, in order of name.</summary>
    public static IReadOnlyList<T> All<T>() where T : class =>
    [
        .. typeof(T).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(T).IsAssignableFrom(type))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (T)Activator.CreateInstance(type)!),
    ];
}
