using System.Text.RegularExpressions;

namespace Bench.Results.Copies;

/// <summary>What a program with BenchmarkDotNet (0.14, 0.15) printed, as far as it tells why there is no report.</summary>
internal sealed partial class ProgramWords
{
    private string? validation;
    private string? usage;
    private string? exception;
    private string? complaint;
    private bool usageFollows;

    /// <summary>Whether BenchmarkDotNet has begun with the benchmarks, or asks which it shall begin with.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Why it brought no measurement; null where nothing that it printed says so.</summary>
    public string? Reason => validation ?? usage ?? exception ?? complaint;

    /// <summary>Takes a line of its output.</summary>
    public void Hear(string line)
    {
        HasBegun |= line.StartsWith("// Validating benchmarks:", StringComparison.Ordinal)
            || line.StartsWith("You should select the target benchmark", StringComparison.Ordinal);
        if (usageFollows || line.StartsWith("The filter '", StringComparison.Ordinal))
            usage ??= line.Trim();
        usageFollows = line.StartsWith("ERROR(S):", StringComparison.Ordinal);
        if (Fault().Match(line) is { Success: true } fault)
            validation ??= fault.Groups[1].Value;
        // What was thrown, inside what reflection makes of it.
        if (Thrown().Match(line) is { Success: true } thrown)
            exception ??= thrown.Groups[1].Value;
    }

    /// <summary>Takes a line of its standard error.</summary>
    public void HearError(string line) => complaint ??= line;

    [GeneratedRegex(@"^//    \* (.+)$")]
    private static partial Regex Fault();

    [GeneratedRegex(@"^ ---> (.+)$")]
    private static partial Regex Thrown();
}
