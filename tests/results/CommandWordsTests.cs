using Bench.Commands;
using Bench.Results.Data;

namespace Bench.Tests.Results;

/// <summary>A command's words are those that a shell would pass on, or it is refused.</summary>
public class CommandWordsTests
{
    [Theory]
    [InlineData("sort -n big.txt", "sort", "-n", "big.txt")]
    [InlineData("  a\t b ", "a", "b")]
    [InlineData("'a b' \"c d\" e\\ f", "a b", "c d", "e f")]
    [InlineData("a'b'\"c\"d", "abcd")]
    [InlineData("a '' \"\"", "a", "", "")]
    [InlineData("a '$x' \"\\$x \\\" \\\\ \\n\" \\$x \\*", "a", "$x", "$x \" \\ \\n", "$x", "*")]
    [InlineData("a b~ c#d x=1 {} %", "a", "b~", "c#d", "x=1", "{}", "%")]
    [InlineData("a '--help' -- -x", "a", "--help", "--", "-x")]
    public void TheyAreThoseOfAShell(string line, params string[] words)
    {
        Assert.Equal(words, CommandWords.Of(line));
        Assert.SkipUnless(File.Exists("/bin/sh"), "no shell here");
        var shell = Suite.Executable.RunCommand("/bin/sh", ["-c", $"printf '%s\\n' {line}"], "/");
        Assert.Equal(string.Concat(words.Select(word => word + "\n")), shell.Output);
    }

    [Theory]
    [InlineData("", "an empty command")]
    [InlineData("  ", "an empty command")]
    [InlineData("a | b", "'|' is for a shell: quote it, or give --shell")]
    [InlineData("a > b", "'>' is for a shell")]
    [InlineData("a; b", "';' is for a shell")]
    [InlineData("a $HOME", "'$' is for a shell")]
    [InlineData("a \"`b`\"", "'`' is for a shell")]
    [InlineData("a *.txt", "'*' is for a shell")]
    [InlineData("a ~/b", "'~' is for a shell")]
    [InlineData("a # b", "'#' is for a shell")]
    [InlineData("a\nb", "'a new line' is for a shell")]
    [InlineData("X=1 a", "'X=1' is for a shell: write env X=1 …")]
    [InlineData("a 'b", "a quote without an end in: a 'b")]
    [InlineData("a \"b\\", "a quote without an end in: a \"b\\")]
    [InlineData("a \\", "a backslash without an end in: a \\")]
    public void WhatAShellWouldActOnIsRefused(string line, string expected) =>
        Assert.StartsWith($"--command: {expected}", Assert.Throws<ReadException>(() => CommandWords.Of(line)).Message);
}
