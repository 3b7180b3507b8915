using Bench.Fidelity;

namespace Bench.Tests.Fidelity;

/// <summary>The C loops, built once; a test that needs them is skipped where there is no cc.</summary>
public sealed class CLoopsFixture : IDisposable
{
    private readonly CLoops? loops;

    public CLoopsFixture() => loops = CCompiler.Find(Environment.GetEnvironmentVariable("PATH")) is { } cc ? CLoops.Build(cc) : null;

    internal CLoops Loops
    {
        get
        {
            Assert.SkipWhen(loops is null, "needs a C compiler: no cc in PATH");
            return loops;
        }
    }

    public void Dispose() => loops?.Dispose();
}
