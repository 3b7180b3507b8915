using Bench.Results.Judge.Advice.Orders;

namespace Bench.Results.Judge.Advice;

/// <summary>Which mechanism and size to use on one machine for one kind of access, or why that can't be said.</summary>
public sealed record Answer
{
    /// <summary>What was asked.</summary>
    public required Question Question { get; init; }

    /// <summary>Where the numbers come from.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>What the numbers count.</summary>
    public required string Unit { get; init; }

    /// <summary>Bytes of a page.</summary>
    public required int PageBytes { get; init; }

    /// <summary>Every mechanism and size at the density asked for, the fastest first; empty where the model could not be made.</summary>
    public required IReadOnlyList<Prediction> Predictions { get; init; }

    /// <summary>How far the model is from what was measured.</summary>
    public required Validation Validation { get; init; }

    /// <summary>What a page table costs, as fitted; 0 where nothing shows it.</summary>
    public required double TableCost { get; init; }

    /// <summary>Where the time goes that each size saves, as far as first touches were taken apart.</summary>
    public IReadOnlyList<Saving> Savings { get; init; } = [];

    /// <summary>What to use; null where the data can't carry an answer. Demand: leave everything as it is.</summary>
    public Prediction? Recommended { get; init; }

    /// <summary>Why nothing is recommended; null where something is.</summary>
    public string? Refusal { get; init; }

    /// <summary>What a reader should know besides.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}

/// <summary>What advice is asked for.</summary>
/// <param name="Density">Part of the memory's pages that the program touches, above 0 and at most 1.</param>
/// <param name="Order">Which of them, and how.</param>
/// <param name="MostMemory">Most resident bytes for each byte touched; infinite where memory doesn't matter.</param>
public sealed record Question(double Density, TouchOrder Order, double MostMemory = double.PositiveInfinity)
{
    /// <summary>Where the user says nothing: a page in five, at random.</summary>
    public static Question Usual { get; } = new(0.2, TouchOrder.All[0]);
}

/// <summary>What one mechanism and size would cost.</summary>
/// <param name="Offer">The mechanism.</param>
/// <param name="Time">Per page touched, in the run's unit.</param>
/// <param name="Resident">Resident bytes per byte of the pages touched.</param>
/// <param name="Ratio">Time over Demand's.</param>
/// <param name="Lower">Lower end of the ratio's 95 % interval.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="BreakEven">From which density on it pays; null for Demand.</param>
public sealed record Prediction(Offer Offer, double Time, double Resident, double Ratio, double Lower, double Upper, BreakEven? BreakEven);
