using BenchmarkDotNet.Engines;

namespace Bench.Measuring;

/// <summary>What all <see cref="IterationReading"/>s read beside the iterations of the main run.</summary>
internal sealed class ReadingsBeside(IReadOnlyList<IterationReading> readings, Func<bool> kept) : IDisposable
{
    private readonly List<double?>[] values = [.. readings.Select(_ => new List<double?>(MeteredActions.MostIterations))];

    /// <summary>The numbers by name, one an iteration; null where nothing is read.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<double?>>? Named => readings.Count == 0 ? null
        : readings.Zip(values).ToDictionary(pair => pair.First.Name, pair => (IReadOnlyList<double?>)pair.Second);

    /// <summary>Ends those that hold something.</summary>
    public void Dispose()
    {
        foreach (var reading in readings.OfType<IDisposable>())
            reading.Dispose();
    }

    /// <summary>Reads between set-up and clean-up of each iteration; what has nothing to read changes neither.</summary>
    public void Join(EngineParameters parameters)
    {
        if (readings.Count == 0)
            return;
        var (setUp, cleanUp) = (parameters.IterationSetupAction, parameters.IterationCleanupAction);
        parameters.IterationSetupAction = () =>
        {
            setUp();
            foreach (var reading in readings)
                reading.Begin();
        };
        parameters.IterationCleanupAction = () =>
        {
            for (int i = 0; i < values.Length; i++)
                if (readings[i].End() is var value && kept())
                    values[i].Add(value);
            cleanUp();
        };
    }
}
