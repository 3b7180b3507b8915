using BenchmarkDotNet.Running;

namespace Bench.Selecting;

/// <summary>The benchmark object of a case, with its parameters set and nothing set up.</summary>
internal static class CaseInstance
{
    public static object Of(BenchmarkCase benchmark)
    {
        object instance = Activator.CreateInstance(benchmark.Descriptor.Type)!;
        foreach (var parameter in benchmark.Parameters.Items.Where(parameter => !parameter.IsArgument))
            benchmark.Descriptor.Type.GetProperty(parameter.Name)!.SetValue(instance, parameter.Value);
        return instance;
    }
}
