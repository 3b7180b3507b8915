namespace Bench.Results.Data;

/// <summary>What one process launch measured for one benchmark, per operation.</summary>
public sealed record Launch
{
    /// <summary>
    /// The <see cref="MeasuredTime.Id"/> of time on the wall, which every launch has: a report is of it before it is of anything else.
    /// </summary>
    public const string Wall = "wall";

    /// <summary>All that it took, by what was measured.</summary>
    public Times Times { get; init; } = Times.None;

    /// <summary>Which of its times is looked at.</summary>
    public string Seen { get; init; } = Wall;

    /// <summary>The time looked at, in what that counts: mostly the median of the iterations.</summary>
    public double Median => Times[Seen] ?? throw new InvalidOperationException($"no {Seen} was derived");

    /// <summary>Relative interquartile range of the iterations on the wall: (q3 - q1) / median.</summary>
    public double Spread { get; init; }

    /// <summary>How many iterations it is of.</summary>
    public required int Iterations { get; init; }

    /// <summary>The iterations themselves, on the wall; empty when read from a saved baseline, or when another time is looked at.</summary>
    public IReadOnlyList<double> Values { get; init; } = [];

    /// <summary>What else was read in each iteration; null once its times are derived, or where a report has none.</summary>
    public Readings? Readings { get; init; }

    /// <summary>What steps cost, taken in turns with the iterations; null for most rows, and when read from a saved baseline.</summary>
    public StepTimes? Steps { get; init; }

    /// <summary>The launch with another time of this id, or without one.</summary>
    public Launch With(string id, double? time) => this with { Times = Times.With(id, time) };

    /// <summary>The launch as seen by another of its times.</summary>
    public Launch By(string id) => id == Seen ? this : this with { Seen = id, Values = [] };
}
