namespace Bench.Trying;

/// <summary>The command did something that ends its trial. The message is one line.</summary>
internal sealed class StoppedException(string message) : Exception(message);
