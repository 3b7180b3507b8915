namespace Bench.Results.Files;

/// <summary>Where a path leads when its last part is a link.</summary>
internal static class LinkTarget
{
    // As many as the kernel follows (path_resolution(7)).
    private const int Most = 40;

    /// <summary>
    /// The path without a link at its end: also of a file that is not there yet. One of an open descriptor is left as it is: it leads to no
    /// name.
    /// </summary>
    /// <exception cref="IOException">The links lead in a circle.</exception>
    public static string Of(string path)
    {
        string place = path;
        for (int followed = 0; OpenDescriptor.Named(place) is null && new FileInfo(place).LinkTarget is { } target; followed++)
            place = followed < Most
                ? Path.Combine(Path.GetDirectoryName(place)!, target)
                : throw new IOException($"{path}: too many links");
        return place;
    }
}
