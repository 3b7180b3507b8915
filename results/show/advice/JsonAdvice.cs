using System.Text.Json;
using System.Text.Json.Nodes;
using Bench.Results.Judge.Advice;
using Bench.Results.Show.Advice.Howto;

namespace Bench.Results.Show.Advice;

/// <summary>An advice for another program to read.</summary>
internal static class JsonAdvice
{
    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Answer advice) => new JsonObject
    {
        ["Schema"] = 1,
        ["Sources"] = new JsonArray([.. advice.Sources.Select(s => JsonValue.Create(s))]),
        ["Unit"] = advice.Unit,
        ["Density"] = advice.Question.Density,
        ["Order"] = advice.Question.Order.Name,
        ["MostMemory"] = double.IsFinite(advice.Question.MostMemory) ? advice.Question.MostMemory : null,
        ["Recommended"] = advice.Recommended is { } best ? Recommended(best, advice.PageBytes) : null,
        ["Refusal"] = advice.Refusal,
        ["TableCost"] = advice.TableCost,
        ["Predictions"] = new JsonArray([.. advice.Predictions.Select(Prediction)]),
        ["Savings"] = new JsonArray([.. advice.Savings.Select(Saving)]),
        ["MedianError"] = advice.Validation.MedianError,
        ["ErrorBar"] = Validation.Bar(advice.Unit),
        ["Checks"] = new JsonArray([.. advice.Validation.Checks.Select(c => new JsonObject
        {
            ["FullName"] = c.Row.Row.FullName,
            ["Density"] = c.Row.Density,
            ["Measured"] = c.Row.Time,
            ["Predicted"] = c.Predicted,
            ["Error"] = c.Error,
            ["ResidentMeasured"] = c.Row.ResidentPerTouched,
            ["ResidentPredicted"] = c.PredictedResident,
        })]),
        ["Notes"] = new JsonArray([.. advice.Notes.Select(n => JsonValue.Create(n))]),
    }.ToJsonString(Indented) + "\n";

    private static JsonObject Recommended(Prediction best, int pageBytes)
    {
        var json = Prediction(best);
        json["Steps"] =
            new JsonArray(
                [.. HowTo.Get(best.Offer.Mechanism, best.Offer.Pages, pageBytes)
                    .Select(s => new JsonObject { ["Why"] = s.Why, ["Text"] = s.Text })]);
        return json;
    }

    private static JsonObject Saving(Saving saving) => new()
    {
        ["Mechanism"] = saving.Touch.Row.Parameter("Mechanism"),
        ["Pages"] = saving.Touch.Row.Parameter("Pages"),
        ["Demand"] = saving.Demand.Whole.Value,
        ["Time"] = saving.Touch.Whole.Value,
        ["Parts"] = new JsonArray([.. saving.Parts.Select(part => new JsonObject
        {
            ["Part"] = part.Part.Name,
            ["Demand"] = part.Demand.Value,
            ["Time"] = part.Here.Value,
            ["Saved"] = part.Saved.Value,
            ["Lower"] = Finite(part.Saved.Lower),
            ["Upper"] = Finite(part.Saved.Upper),
        })]),
    };

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    private static JsonObject Prediction(Prediction p) => new()
    {
        ["Mechanism"] = p.Offer.Mechanism,
        ["Pages"] = p.Offer.Pages,
        ["Time"] = p.Time,
        ["ResidentPerTouched"] = p.Resident,
        ["Ratio"] = p.Ratio,
        ["Lower"] = p.Lower,
        ["Upper"] = double.IsFinite(p.Upper) ? p.Upper : null,
        // 0: faster at any density; null: never faster (or Demand itself).
        ["BreakEven"] = p.BreakEven is { Density: <= 1 } at ? at.Density : null,
        ["BreakEvenLower"] = p.BreakEven is { Lower: <= 1 } low ? low.Lower : null,
        ["BreakEvenUpper"] = p.BreakEven is { Upper: <= 1 } high ? high.Upper : null,
    };
}
