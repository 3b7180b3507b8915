using System.Text;
using Bench.Results.Data;
using Bench.Results.Input;
using Bench.Results.Metrics;
using Bench.Results.Pair;
using Bench.Results.Statistics;

namespace Bench.Tests.Results;

/// <summary>The suite's metrics by the words of <c>--clock</c>.</summary>
internal static class Clock
{
    public static Metric? Auto => null;

    public static Metric Wall { get; } = new Wall();

    public static Metric Cpu { get; } = new Cpu();

    public static Metric Calls { get; } = new Calls();

    public static Metric Quiet { get; } = new Quiet();
}

/// <summary>Launches with times made to order.</summary>
internal static class Measured
{
    private static readonly MetricSet Metrics = new(MeasuredTime.All);

    extension(Launch)
    {
        /// <summary>A launch of these iterations, whose other times are medians of theirs.</summary>
        public static Launch Of(IReadOnlyList<double> perOperation, IReadOnlyList<double>? cpu = null,
            IReadOnlyList<double>? inCalls = null)
        {
            double[] sorted = [.. perOperation.Order()];
            double At(double share) => Quantiles.OfSorted(sorted, share);
            return new Launch { Iterations = sorted.Length, Values = perOperation, Spread = (At(0.75) - At(0.25)) / At(0.5) }
                .With(Launch.Wall, At(0.5)).With("cpu", Median(cpu)).With("calls", Median(inCalls));
        }
    }

    extension(Launch launch)
    {
        public double? CpuMedian => launch.Times["cpu"];

        public double? InCalls => launch.Times["calls"];

        public double? Quiet => launch.Times["quiet"];

        public double? QuickestCall => launch.Times["quickest call"];
    }

    public static (RowPair Pair, Metric Seen) By(this RowPair pair, Metric? asked, bool sameEnvironment = true)
    {
        var seen = pair.Choose(asked, Metrics, new Circumstances(sameEnvironment, InTurns: false));
        return (pair.By(seen, Metrics), seen);
    }

    public static BenchmarkRow By(this BenchmarkRow row, Metric metric) => Metrics.See(row, metric);

    public static IReadOnlyList<Launch>? QuietOf(IReadOnlyList<Launch> launches) => Clock.Quiet.Counting(launches);

    public static Run Read(string source, string text) => new RunSource().Of(source, Encoding.UTF8.GetBytes(text));

    private static double? Median(IReadOnlyList<double>? values) => values is { Count: > 0 } ? Quantiles.Median(values) : null;
}
