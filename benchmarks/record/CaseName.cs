using BenchmarkDotNet.Running;

namespace Bench.Record;

/// <summary>A case as our lines of text name it: "PageFault Populate 16 random", "Syscall getppid".</summary>
internal static class CaseName
{
    public static string Of(BenchmarkCase benchmark)
    {
        var descriptor = benchmark.Descriptor;
        string[] parameters = [.. benchmark.Parameters.Items.Select(item => item.ToDisplayText())];
        bool oneMethod = descriptor.Type.GetMethods()
            .Count(method => method.IsDefined(typeof(BenchmarkDotNet.Attributes.BenchmarkAttribute), true)) == 1;
        string[] words = oneMethod
            ? [descriptor.Type.Name, .. parameters]
            : [descriptor.Type.Name, descriptor.WorkloadMethodDisplayInfo.Trim('\''), .. parameters];
        return string.Join(' ', words);
    }
}
