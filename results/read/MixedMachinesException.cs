namespace Bench.Results.Read;

/// <summary>Readable input that must not be put together: a folder with reports of two machines or settings.</summary>
public sealed class MixedMachinesException(string file, string reason) : Exception(new ReadException(file, reason).Message);
