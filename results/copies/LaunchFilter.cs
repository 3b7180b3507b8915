namespace Bench.Results.Copies;

/// <summary>What may reach a copy's command line as a filter.</summary>
internal static class LaunchFilter
{
    /// <summary>Copies of any age take what begins so for an option, or for a file of options.</summary>
    /// <exception cref="LaunchException">One of them is such.</exception>
    public static void RefuseOptions(IEnumerable<string> filters)
    {
        if (filters.FirstOrDefault(filter => filter.Length == 0 || filter[0] is '-' or '@') is { } option)
            throw new LaunchException($"'{option}' can't be a filter: no benchmark's name begins so");
    }
}
