using System.Text.Json.Nodes;
using Bench.Results.Data;
using CsCheck;

namespace Bench.Tests.Results;

/// <summary>Measurements as BenchmarkDotNet writes them are read another way than all others, and to the same numbers.</summary>
public class PlainMeasurementTests
{
    private const string Plain = """
        {"IterationMode":"Workload","IterationStage":"Actual","LaunchIndex":1,"IterationIndex":1,"Operations":10,"Nanoseconds":70}
        """;

    [Fact]
    public void TheOrderOfMembersChangesNothing() =>
        Gen.Select(Gen.Double[1e-3, 1e9], Gen.Int[0, 5], Gen.Bool, Gen.Bool).Array[1, 12].Sample(measured =>
    {
        JsonObject[] plain = [.. measured.Select(m =>
            Sample.Measurement(m.Item3 ? "Workload" : "Overhead", m.Item4 ? "Actual" : "Warmup", m.Item2, 3, m.Item1))];
        JsonObject[] reversed = [.. plain.Select(m =>
            new JsonObject(m.Reverse().Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone()))))];
        Assert.Equal(
            Values(string.Join(",", plain.Select(m => m.ToJsonString()))),
            Values(string.Join(" , ", reversed.Select(m => m.ToString()))));
    });

    [Theory]
    [InlineData("70", "7")]
    [InlineData("70.5", "7.05")]
    [InlineData("7e1", "7")]
    [InlineData("0.7E+2", "7")]
    [InlineData("07", null)]
    [InlineData("70.", null)]
    [InlineData(".7", null)]
    [InlineData("+70", null)]
    [InlineData("70.e1", null)]
    [InlineData("7 0", null)]
    public void NumbersAreThoseOfJson(string number, string? perOperation)
    {
        string text = $"{Plain},{Plain.Replace("70", number, StringComparison.Ordinal)},{Plain}";
        if (perOperation is null)
            Assert.Contains("not valid JSON", Refused(text), StringComparison.Ordinal);
        else
            Assert.Equal($"7 {perOperation} 7", Values(text));
    }

    [Theory]
    [InlineData(Plain + ",")]
    [InlineData(Plain + " " + Plain)]
    [InlineData(Plain + ",,")]
    [InlineData(Plain + "," + Plain + ",]")]
    [InlineData("," + Plain)]
    public void SoAreArrays(string measurements) => Assert.Contains("not valid JSON", Refused(measurements), StringComparison.Ordinal);

    [Fact]
    public void WhatIsWrongIsNamedByItsPlaceInTheWholeText()
    {
        string negative = Refused($"{Plain},{Plain},{Plain.Replace("70", "-1", StringComparison.Ordinal)}");
        Assert.Contains("Benchmarks[0].Measurements[2].Nanoseconds", negative, StringComparison.Ordinal);
        string unclosed = Refused(string.Join(",\n", Enumerable.Repeat(Plain.Trim(), 12)) + "\n}");
        Assert.Contains("LineNumber: 12 ", unclosed, StringComparison.Ordinal);
    }

    private static string Values(string measurements)
    {
        var run = Measured.Read("sample.json", Text(measurements));
        Assert.Equal([10.0], Assert.Single(run.Rows, row => row.Method == "Read").Launches[0].Values);
        return string.Join(' ', run.Rows.Where(row => row.Method == "Getpid").SelectMany(row => row.Launches)
            .Select(launch => string.Join(' ', launch.Values.Select(value => FormattableString.Invariant($"{value:R}")))));
    }

    private static string Refused(string measurements) =>
        Assert.Throws<ReadException>(() => Measured.Read("sample.json", Text(measurements))).Message;

    // Two benchmarks, so that reading goes on behind the first.
    private static string Text(string measurements)
    {
        const string Place = "\"in place of these\"";
        JsonObject first = Sample.Benchmark("Syscall", "Getpid", ""), second = Sample.Benchmark("Syscall", "Read", "", [10.0]);
        first["Measurements"] = Place.Trim('"');
        return Sample.Report(first, second).ToJsonString().Replace(Place, $"[{measurements}]", StringComparison.Ordinal);
    }
}
