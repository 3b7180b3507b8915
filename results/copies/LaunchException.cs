namespace Bench.Results.Copies;

/// <summary>A copy of the suite can't be started or brought no report. The message is one line.</summary>
public sealed class LaunchException(string message) : Exception(message.ReplaceLineEndings(" "));
