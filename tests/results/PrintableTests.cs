using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bench.Results.Show;
using CsCheck;

namespace Bench.Tests.Results;

/// <summary>Text from outside as text that can be seen and nothing else.</summary>
public class PrintableTests
{
    [Theory]
    [InlineData("plain text, 5 % ± µs → ▲ 日本 😀", "plain text, 5 % ± µs → ▲ 日本 😀")]
    [InlineData("\u001b]0;title\a\u001b[2J", "\\u001b]0;title\\u0007\\u001b[2J")]
    [InlineData("\u009b31m", "\\u009b31m")]
    [InlineData("exe.\u202egpj", "exe.\\u202egpj")]
    [InlineData("\u2066a\u2069\u200f\u061c\ufeff\u200b\u00ad", "\\u2066a\\u2069\\u200f\\u061c\\ufeff\\u200b\\u00ad")]
    [InlineData("a\tb\r\nc\u0085d\u2028e\u2029f", "a b  c d e f")]
    [InlineData("\U000e0041", "\\udb40\\udc41")]
    public void WhatCannotBeSeenIsWrittenAsItsNumber(string text, string line) => Assert.Equal(line, Printable.Line(text));

    // No attribute holds half a letter.
    [Fact]
    public void HalfALetterIsWrittenAsItsNumberToo() => Assert.Equal("\\ud83d alone \\ude00", Printable.Line("\ud83d alone \ude00"));

    [Fact]
    public void NothingIsLeftThatATerminalObeysAndDoingItTwiceChangesNothing() => Anything.Sample(text =>
        Printable.Text(text)
            .All(
                c => c == '\n'
                    || char.GetUnicodeCategory(c)
                        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                            or UnicodeCategory.ParagraphSeparator))
        && Printable.Text(Printable.Text(text)) == Printable.Text(text) && !Printable.Line(text).Contains('\n')
        && Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(Printable.Text(text))) == Printable.Text(text));

    [Fact]
    public void JsonSaysTheSameAfterwards()
    {
        var readable = new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        Anything.Where(text => !text.Any(char.IsSurrogate))
            .Sample(text => JsonSerializer.Deserialize<string>(Printable.Text(JsonSerializer.Serialize(text, readable))) == text);
    }

    [Fact]
    public void AWriterLetsNothingElseThroughHoweverItIsCutUp() => Gen.Select(Anything, Gen.Int[1, 5]).Sample((text, length) =>
    {
        var output = new StringWriter();
        using var writer = new PrintableWriter(output);
        foreach (char[] part in text.Chunk(length))
            writer.Write(part, 0, part.Length);
        writer.WriteLine("");
        return output.ToString() == Printable.Text(text + "\n");
    });

    [Fact]
    public void OnlyWhatIsLossyTakesAFullDiskWithoutAWord()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "no /dev/full here");
        using var full = new StreamWriter(new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0))
        {
            AutoFlush = true
        };
        new PrintableWriter(full, lossy: true).WriteLine("lost");
        Assert.Throws<IOException>(() => new PrintableWriter(full).WriteLine("not lost"));
    }

    [Fact]
    public void MarkdownMeansNothingByAnyText() => Anything.Sample(text =>
    {
        string cell = Markdown.Text(text);
        return cell.IndexOfAny(['<', '>', '\n']) < 0 && Bare(cell).IndexOfAny(['|', '*', '`', '[', ']', '#', '$']) < 0
            && !System.Text.RegularExpressions.Regex.IsMatch(Bare(cell), "(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])")
            && !Bare(cell).Contains("://", StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("PageFault.Touch (Mechanism: Demand, Pages: 1)", "PageFault.Touch (Mechanism: Demand, Pages: 1)")]
    [InlineData("~ 1.034x", "~ 1.034x")]
    [InlineData("~~gone~~", "\\~\\~gone\\~~")]
    [InlineData("1. first", "1\\. first")]
    [InlineData("- item", "\\- item")]
    [InlineData("--- ", "\\---")]
    [InlineData("-5 %", "-5 %")]
    [InlineData("nested_pvm=1 __user _x_", "nested_pvm=1 \\_\\_user \\_x\\_")]
    [InlineData("https://example.com www.example.com", "https\\://example.com www\\.example.com")]
    [InlineData("![x](y)", "!\\[x\\](y)")]
    public void MarkdownKeepsWhatIsHarmless(string text, string cell) => Assert.Equal(cell, Markdown.Text(text));

    [Theory]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData(" @SUM(A1)", "' @SUM(A1)")]
    [InlineData("\t+1+1", "' +1+1")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("Linux 6.18", "Linux 6.18")]
    public void NoCellOfCsvIsAFormula(string text, string cell) => Assert.Equal(cell, Csv.Text(text));

    // Letters, and what means something to somebody, far more often than chance would have it.
    private static Gen<string> Anything { get; } = Gen.OneOf(
        Gen.Char,
        Gen.Char["\u001b\u009b\u0007\u0085\u2028\u202e\u2066\ufeff\r\n\t |*_`[]()<>&\\#$~-+=.:/@'\"!w1\ud83d\ude00"]).Array[0, 20]
        .Select(letters => new string(letters));

    private static string Bare(string escaped) => System.Text.RegularExpressions.Regex.Replace(escaped, @"\\[!-/:-@\[-`{-~]", "");
}
