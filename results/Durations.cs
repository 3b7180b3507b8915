namespace Bench.Results;

/// <summary>Lengths of time in words.</summary>
public static class Durations
{
    /// <summary>"2 min 10 s", or "10 s" where it is less than a minute; to whole seconds.</summary>
    public static string Describe(TimeSpan length)
    {
        var whole = TimeSpan.FromSeconds(Math.Round(length.TotalSeconds));
        return whole.TotalMinutes >= 1 ? $"{(int)whole.TotalMinutes} min {whole.Seconds} s" : $"{whole.Seconds} s";
    }
}
