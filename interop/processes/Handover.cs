using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bench.Interop.Processes;

/// <summary>
/// What a run hands to the processes that it starts, in one environment variable, as BenchmarkDotNet offers measuring processes no channel
/// of their own. Only a build of the same version understands it.
/// </summary>
public sealed record Handover
{
    private const string Variable = "BENCH_HANDOVER";
    private const int ThisVersion = 1;

    private static readonly JsonSerializerOptions Strict = new()
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Of this record.</summary>
    public int Version { get; init; } = ThisVersion;

    /// <summary>The process that reports.</summary>
    public int? Parent { get; init; }

    /// <summary>The file that takes a launch's counts.</summary>
    public string? CountSpool { get; init; }

    /// <summary>Bytes of the region; null for the usual ones.</summary>
    public long? RegionBytes { get; init; }

    /// <summary>The settings to measure under, values by path; null where none are expected.</summary>
    public IReadOnlyDictionary<string, string>? Settings { get; init; }

    /// <summary>What this process was handed, or hands to those it starts from now on.</summary>
    /// <exception cref="IOException">It was handed something by another version of the suite.</exception>
    public static Handover Current
    {
        get => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? Read(text) : new Handover();
        set => Environment.SetEnvironmentVariable(Variable, value == new Handover() ? null : JsonSerializer.Serialize(value, Strict));
    }

    /// <summary>Puts back what is handed over now when the result is disposed of.</summary>
    public static IDisposable Keep() => new Before(Environment.GetEnvironmentVariable(Variable));

    private static Handover Read(string text)
    {
        try
        {
            // The version first: of another one the members are not known.
            using var document = JsonDocument.Parse(text);
            return document.RootElement.GetProperty(nameof(Version)).GetInt32() == ThisVersion
                && document.Deserialize<Handover>(Strict) is { } handed
                ? handed
                : throw Wrong();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw Wrong();
        }
    }

    private static IOException Wrong() =>
        new(
            $"the environment variable {Variable} is not of version {ThisVersion}: another build of the suite set it; unset it, or use "
                + $"that build");

    private sealed class Before(string? value) : IDisposable
    {
        public void Dispose() => Environment.SetEnvironmentVariable(Variable, value);
    }
}
