using System.Text;
using System.Text.Json.Nodes;
using Bench.Results.Data;
using Bench.Results.Read;

namespace Bench.Tests.Results;

/// <summary>A size travels as bytes beside its text; files of before that are read by their text.</summary>
public class FactBytesTests
{
    private static readonly EnvironmentFact Said = new("region", "Region", "1 MiB", true) { Bytes = 1_000_000 };

    [Theory]
    [InlineData("512 MiB", 512L << 20)]
    [InlineData("4 KiB", 4096L)]
    [InlineData("1.5 GiB", 3L << 29)]
    [InlineData("unknown", null)]
    [InlineData("", null)]
    public void OfAnOldFileTheTextIsRead(string text, long? bytes) =>
        Assert.Equal(bytes, Of(new("region", "Region", text, true)).BytesOf("region"));

    [Fact]
    public void BytesGoBeforeText() => Assert.Equal(1_000_000, Of(Said).BytesOf("region"));

    [Fact]
    public void WhatNobodySaysIsNothing() => Assert.Null(Of(Said).BytesOf("page_size"));

    [Fact]
    public void ABaselineKeepsThem()
    {
        string text = BaselineFile.Write(Of(Said));
        Assert.Equal([Said], Read(text).Environment);
        // As a file of before: the member is no longer there.
        Assert.Equal([Said with { Bytes = null }], Read(text.Replace(",\"Bytes\":1000000", "", StringComparison.Ordinal)).Environment);
        Assert.DoesNotContain("Bytes", BaselineFile.Write(Of(Said with { Bytes = null })), StringComparison.Ordinal);
        var wrong = Assert.Throws<ReadException>(() => Read(text.Replace("1000000", "-1", StringComparison.Ordinal)));
        Assert.Contains("region", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AReportKeepsThem()
    {
        var suite = Sample.Suite();
        suite["Environment"]!.AsArray()
            .Add(
                new JsonObject
                {
                    ["Key"] = "region",
                    ["Label"] = "Region",
                    ["Value"] = "1 MiB",
                    ["Matters"] = true,
                    ["Bytes"] = 1_000_000
                });
        var report = Sample.Report(Sample.Benchmark("Syscall", "Getpid", "", [9]));
        report["Bench"] = suite;
        Assert.Equal(1_000_000, Sample.Read(report).BytesOf("region"));
        suite["Environment"]![2]!["Bytes"] = -1;
        Assert.Throws<ReadException>(() => Sample.Read(report));
    }

    private static Run Of(EnvironmentFact fact) => Sample.Run(("Getpid", [1, 2, 3])) with { Environment = [fact] };

    private static Run Read(string text) => BaselineFile.Read("b.json", Encoding.UTF8.GetBytes(text));
}
