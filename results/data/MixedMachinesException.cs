namespace Bench.Results.Data;

/// <summary>Readable input that must not be put together: a folder with reports of two machines, settings or builds.</summary>
public sealed class MixedMachinesException(string file, string reason) : Exception(ReadException.OneLine($"{file}: {reason}", Longest))
{
    // It names the builds and their files.
    private const int Longest = 4000;
}
