using System.Reflection;

namespace Bench.Results.Show.Html;

/// <summary>Style sheets and scripts that lie in this assembly.</summary>
internal static class Embedded
{
    /// <summary>How SVG looks, light and dark, on a page and by itself.</summary>
    public const string SvgStyle = "svg.css";

    public static string Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>As a Content Security Policy wants it. Taken when this was built.</summary>
    public static string Digest(string name) =>
        $"'sha256-{Metadata().Single(part => part.Key == name).Value}'";

    private static IEnumerable<AssemblyMetadataAttribute> Metadata() =>
        Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>();
}
