using System.Text.Json.Serialization;
using Bench.Machine;
using Bench.Results.Data;

namespace Bench.Doctor;

/// <summary>
/// What <c>doctor --json</c> prints. Names are in snake case; fields may be added, and never change their meaning within a schema.
/// </summary>
/// <param name="Schema">1.</param>
/// <param name="Findings">What can be measured and with what, and what disturbs it.</param>
/// <param name="Machine">The facts that reports carry.</param>
public sealed record DoctorReport(int Schema, IReadOnlyList<Finding> Findings, IReadOnlyList<EnvironmentFact> Machine);

/// <summary>How the report is written as JSON.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(DoctorReport))]
internal sealed partial class DoctorJson : JsonSerializerContext;
