using System.Globalization;
using Bench.Results.Data;
using Bench.Results.Statistics;

namespace Bench.Results.Metrics;

/// <summary>
/// A time by which rows are looked at and judged. A new one is a new subclass: files, tables, <c>repeatability</c>, the help text and
/// <c>--clock</c> find it by itself.
/// </summary>
public abstract class Metric : MeasuredTime, IComparable<Metric>
{
    /// <summary>What it is called where people read.</summary>
    public abstract MetricWords Words { get; }

    /// <summary>Where nothing else is asked, the one of highest rank that tells judges. Tables have them in ascending order.</summary>
    public abstract int Rank { get; }

    /// <summary>The id of the time that it looks at.</summary>
    public virtual string Key => Id;

    /// <summary>The one that it is a closer look at; null where it is none.</summary>
    public virtual Metric? PartOf => null;

    /// <summary>The one that readers are shown where this one judged.</summary>
    public virtual Metric Shows => this;

    /// <summary>Whether it may be of a run on its own, in the run's unit and of all its launches.</summary>
    public virtual bool StandsAlone => false;

    /// <summary>Whether launches of one run share their minute, so that more of them don't average a slow one away.</summary>
    public virtual bool HoldsTheMinute => true;

    /// <summary>Whether a change of the machine's speed moves it.</summary>
    public virtual bool FeelsSpeed => true;

    /// <summary>Whether the same code repeats it to the digit.</summary>
    public virtual bool IsExact => false;

    /// <summary>Whether a row without it is told to repeat or not by its ratio to the run's own reference row.</summary>
    public virtual bool HasReferenceInstead => false;

    /// <summary>Whether runs of this unit are judged by it, whatever is asked.</summary>
    public virtual bool Claims(string unit) => false;

    /// <summary>Heading of its column in the tables of a run of this unit; null where it has none.</summary>
    public string? Heading(string unit) => Words.Heading is { } heading ? string.Format(CultureInfo.InvariantCulture, heading, unit) : null;

    /// <summary>What it counts in a run of this unit.</summary>
    public virtual string Unit(string unit) => unit;

    /// <summary>One iteration's, per operation; null where it was not measured, NaN where it can't be.</summary>
    protected abstract double? OfIteration(Iteration iteration, BenchmarkRow row);

    /// <summary>That of a launch.</summary>
    /// <param name="iterations">Those of its iterations, one or more.</param>
    protected virtual double Summarise(IReadOnlyList<double> iterations) => Quantiles.Median(iterations);

    /// <inheritdoc/>
    public override double? OfLaunch(Launch launch, BenchmarkRow row)
    {
        double[] iterations = [.. launch.Readings?.Iterations.Select(iteration => OfIteration(iteration, row)).OfType<double>() ?? []];
        return iterations.Length == 0 ? null : iterations.All(IsPossible) ? Summarise(iterations) : double.NaN;
    }

    /// <summary>The run with this time only in launches that count, by what all of them show.</summary>
    /// <param name="run">The run, or what is known of it so far.</param>
    /// <param name="beside">Rows that were measured in the same run and aren't in it.</param>
    public virtual Run Keep(Run run, IReadOnlyList<BenchmarkRow> beside) => run;

    /// <summary>Whether tables show it of a row that has it.</summary>
    public virtual bool IsShownOf(BenchmarkRow row) => true;

    /// <summary>Those of a row's launches that count; null where they are too few for a centre.</summary>
    public virtual IReadOnlyList<Launch>? Counting(IReadOnlyList<Launch> launches) =>
        launches.All(launch => launch.Times[Key] is not null) ? launches : null;

    /// <summary>Whether a row has it.</summary>
    public bool IsOf(BenchmarkRow row) => Counting(row.Launches) is not null;

    /// <summary>The centre shown of launches.</summary>
    public virtual double Centre(IReadOnlyList<double> launches) => Centres.HodgesLehmann(launches);

    /// <summary>The centre of a row; null where it doesn't have it.</summary>
    public double? CentreOf(BenchmarkRow row) =>
        Counting(row.Launches) is { } launches ? Centre([.. launches.Select(launch => launch.Times[Key]!.Value)]) : null;

    /// <summary>Whether it says anything about what an operation of the row costs.</summary>
    public virtual bool Means(BenchmarkRow row) => true;

    /// <summary>Whether it suits a row, beside another run of the same environment.</summary>
    public virtual bool Suits(BenchmarkRow row) => IsOf(row) && Means(row);

    /// <summary>Whether it tells two runs of a row apart.</summary>
    public virtual bool Tells(BenchmarkRow old, BenchmarkRow current, Circumstances beside) => Suits(old) && Suits(current);

    /// <summary>
    /// What tells how fast the machine was beside the row, in anything that becomes more as it slows down; null where nothing does.
    /// </summary>
    public virtual double? SpeedBeside(BenchmarkRow row) => Calls.TimeOfOne(row);

    /// <summary>The largest share of the wall's time that it sees in any launch; null where it sees all, or nobody knows.</summary>
    public virtual double? ShareSeen(BenchmarkRow row) => null;

    /// <inheritdoc/>
    public int CompareTo(Metric? other) => Rank.CompareTo(other?.Rank);
}

/// <summary>How two runs came about.</summary>
/// <param name="SameEnvironment">Whether both are of one environment.</param>
/// <param name="InTurns">Whether launches are pairs, of which none can be left out.</param>
public readonly record struct Circumstances(bool SameEnvironment, bool InTurns);
