using BenchmarkDotNet.EventProcessors;
using BenchmarkDotNet.Running;

namespace Bench.Launching;

/// <summary>Passes on BenchmarkDotNet's stages but not its cases, which <see cref="LaunchRounds"/> tells of when they really run.</summary>
internal sealed class StageEvents(EventProcessor listener) : EventProcessor
{
    public override void OnStartBuildStage(IReadOnlyList<BuildPartition> partitions) => listener.OnStartBuildStage(partitions);

    public override void OnStartRunStage() => listener.OnStartRunStage();
}
