using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Running;

// As programs are written, well and otherwise.
switch (Environment.GetEnvironmentVariable("FOREIGN"))
{
    case "deaf": BenchmarkRunner.Run<Loops>(); break;
    case "asks": BenchmarkSwitcher.FromTypes([typeof(Loops), typeof(Jobs)]).Run(); break;
    case "jobs": BenchmarkSwitcher.FromTypes([typeof(Jobs)]).Run(args); break;
    case "throws": BenchmarkSwitcher.FromTypes([typeof(Throws)]).Run(args); break;
    case "silent": break;
    default: BenchmarkSwitcher.FromTypes([typeof(Loops)]).Run(args); break;
}

/// <summary>One loop that a build can make slower, by a name that a filter must not take for a pattern.</summary>
public class Loops
{
#if SLOW
    private const int Planted = 1_000_000;
#else
    private const int Planted = 100_000;
#endif

    [Params("a *[x]")]
    public string Name = "";

    [Benchmark]
    public long Spin() => Turns(Planted);

    [Benchmark]
    public long Same() => Turns(100_000);

    private static long Turns(int turns)
    {
        long value = 1;
        for (int i = 0; i < turns; i++)
            value = value * 6364136223846793005 + i;
        return value;
    }
}

/// <summary>A job of its own, besides the one that options make.</summary>
[ShortRunJob]
public class Jobs : Loops;

public class Throws
{
    [Benchmark]
    public void It() => throw new InvalidOperationException("thrown on purpose");
}
