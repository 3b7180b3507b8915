using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bench.Results.Show;

namespace Bench.Tests.Results;

/// <summary>What is printed is in the locale's encoding, and what that lacks is spelt in ASCII.</summary>
public class LocaleEncodingTests
{
    [Theory]
    [InlineData("± 5 µs …", "LANG=C.UTF-8")]
    [InlineData("± 5 µs …", "LANG=de_DE.utf8@euro")]
    [InlineData("± 5 µs …", "")]
    [InlineData("± 5 µs …", "LC_ALL=", "LANG=en_US.UTF-8")]
    [InlineData("+/- 5 us ...", "LC_ALL=C", "LANG=en_US.UTF-8")]
    [InlineData("+/- 5 us ...", "LC_CTYPE=POSIX", "LANG=en_US.UTF-8")]
    [InlineData("+/- 5 us ...", "LANG=C")]
    [InlineData("+/- 5 us ...", "LANG=ja_JP.eucJP")]
    public void TheFirstVariableThatIsSetNamesIt(string expected, params string[] environment) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(Of(environment).GetBytes("± 5 µs …")));

    [Fact]
    public void Latin1SpellsOnlyWhatItLacks() =>
        Assert.Equal("± 5 µs ... \\u65e5", Encoding.Latin1.GetString(Of("LANG=de_DE.ISO-8859-1").GetBytes("± 5 µs … 日")));

    [Fact]
    public void JsonSaysTheSameAfterwards()
    {
        var readable = new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        string json = JsonSerializer.Serialize("日本 “ü” 😀 …", readable);
        Assert.Equal("日本 'ü' 😀 ...", JsonSerializer.Deserialize<string>(Of("LC_ALL=C").GetBytes(json)));
    }

    /// <summary>Whatever the suite prints of its own has a spelling.</summary>
    [Fact]
    public void EveryLetterOfTheSourceIsSpelt()
    {
        string root = Bench.Tests.Suite.Executable.RepositoryRoot();
        var sources = new[] { "benchmarks", "results", "settings", "interop" }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal));
        char[] letters = [.. sources.SelectMany(File.ReadAllText).Where(letter => letter > '~' && letter != '\ufeff').Distinct()];
        Assert.Contains('±', letters);
        Assert.All(letters, letter => Assert.DoesNotContain("\\u", Encoding.ASCII.GetString(Of("LC_ALL=C").GetBytes($"{letter}"))));
    }

    private static Encoding Of(params string[] environment)
    {
        var pairs = environment.Where(variable => variable.Length > 0).Select(variable => variable.Split('='));
        var variables = pairs.ToDictionary(pair => pair[0], pair => pair[1]);
        return LocaleEncoding.Named(variables.GetValueOrDefault);
    }
}
