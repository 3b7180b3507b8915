using Bench.Results.Data;

namespace Bench.Results.Metrics;

/// <summary>
/// What a plain function call took beside the iteration where it was quickest, in ns: by it <see cref="Quiet"/> knows which launches count.
/// </summary>
internal sealed class QuickestCall : MeasuredTime
{
    public override string Id => Name;

    public override BaselineColumn Column { get; } = new("QuickestCalls", BaselinePlace.AfterResident + 1, Needs: "CpuMedians");

    public override bool IsOfTheRow => false;

    public override double? OfLaunch(Launch launch, BenchmarkRow row)
    {
        double[] calls = [.. launch.Readings?.Iterations.Select(Calls.InNanoseconds).OfType<double>() ?? []];
        return calls.Length == 0 ? null : calls.Min();
    }

    /// <summary>The quickest beside any of <paramref name="launches"/>, in ns; null where none was measured.</summary>
    public static double? Of(IEnumerable<Launch> launches) => launches.Min(launch => launch.Times[Name]);

    private const string Name = "quickest call";
}
