using System.Text.Json;
using System.Text.Json.Serialization;
using Bench.Results.Data;

namespace Bench.Results.Prove;

/// <summary>The trials made so far, one line of JSON each, so that a study can be stopped and taken up again.</summary>
/// <param name="path">The file.</param>
public sealed class TrialLog(string path)
{
    private static readonly JsonSerializerOptions Lines = new()
    {
        Converters = { new JsonStringEnumConverter() },
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        // The planted benchmark's ratio, where a filter left it out.
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>All of them; none where there is no file.</summary>
    /// <exception cref="ReadException">A line that is no trial.</exception>
    public IReadOnlyList<Trial> Read()
    {
        if (!File.Exists(path))
            return [];
        try
        {
            return [.. File.ReadLines(path).Where(line => line.Length > 0)
                .Select(line => JsonSerializer.Deserialize<Trial>(line, Lines) ?? throw new JsonException("null"))];
        }
        catch (JsonException e)
        {
            throw new ReadException(path, $"not a line of trials: {e.Message}", e);
        }
    }

    /// <summary>Adds one.</summary>
    public void Add(Trial trial) => File.AppendAllText(path, JsonSerializer.Serialize(trial, Lines) + "\n");
}
