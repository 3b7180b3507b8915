using System.Runtime.Versioning;
using Bench.Interop.Processes;
using Bench.Settings;

namespace Bench.Measuring;

/// <summary>
/// The huge page settings that a case is to be measured under. Whoever reports names them to the process that measures, and that
/// refuses to measure under any others: somebody else has changed them meanwhile, or a killed run has left them so.
/// </summary>
[SupportedOSPlatform("linux")]
internal static class ExpectedSettings
{
    /// <summary>Names them to the cases measured from now on: paths and values. None: nothing is expected.</summary>
    public static void Announce(IReadOnlyDictionary<string, string> expected) =>
        Handover.Current = Handover.Current with { Settings = expected.Count == 0 ? null : expected };

    /// <summary>Fails the launch where a setting is another than was announced.</summary>
    /// <exception cref="InvalidOperationException">The first that is, with both values.</exception>
    public static void ThrowIfOtherwise()
    {
        if (Handover.Current.Settings is { } announced && Difference(announced, TransparentHugePages.Read()) is { } difference)
            throw new InvalidOperationException(difference);
    }

    /// <summary>The first setting that is another than expected, in words; null where none is.</summary>
    public static string? Difference(IReadOnlyDictionary<string, string> expected, TransparentHugePages? now) =>
        now?.Governing.Where(setting => expected.TryGetValue(setting.Key, out string? value) && value != setting.Value)
            .Select(
                setting =>
                    $"{setting.Key} is '{setting.Value}', which neither this run set nor was so when it began ('{expected[setting.Key]}' "
                    + $"is expected)")
            .FirstOrDefault();
}
