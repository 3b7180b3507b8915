using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bench.Fidelity;

/// <summary>The result as JSON; a run that is skipped has its reason and nothing else.</summary>
internal static class FidelityJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Of(FidelityResult result) => JsonSerializer.Serialize(result, Options);

    public static string Skipped(string reason) => JsonSerializer.Serialize(new { Skipped = reason }, Options);
}
