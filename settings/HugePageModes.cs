using System.Runtime.Versioning;
using Bench.Interop.Memory;

namespace Bench.Settings;

/// <summary>To which anonymous memory the kernel gives each size of huge page, now or after changes.</summary>
/// <param name="settings">The settings as they are.</param>
[SupportedOSPlatform("linux")]
public sealed class HugePageModes(TransparentHugePages settings)
{
    private const string Always = "always", Inherit = "inherit";

    /// <summary>Why settings can't be changed here; null where they can.</summary>
    public string? WhyNoChange(IReadOnlyList<SettingChange> changes) => changes.All(change => SettingFile.IsWritable(change.Path))
        ? null
        : $"needs write access to {HugePageFiles.Folder} (root)";

    /// <summary>Whether any memory is given any size, asked for or not.</summary>
    public bool GivesAny => settings.Sizes.Any(size => ModeOf(size, []) != "never");

    /// <summary>
    /// What to write so that all memory may have pages of <paramref name="size"/>, and no other size unasked; what is given to memory that
    /// asks stays.
    /// </summary>
    public IReadOnlyList<SettingChange> AlwaysOnly(HugePageSize size) =>
    [
        .. settings.Sizes.Where(other => other != size && ModeOf(other, []) == Always)
            .Select(other => new SettingChange(other.Path, "madvise")),
        .. size.Value == Always ? [] : (SettingChange[])[new SettingChange(size.Path, Always)],
    ];

    /// <summary>What to write so that the global setting is <c>always</c>, which sizes may inherit.</summary>
    public IReadOnlyList<SettingChange> AlwaysGlobally() =>
        settings.Enabled == Always ? [] : [new SettingChange(settings.EnabledPath, Always)];

    /// <summary>To whom each size is given after <paramref name="changes"/>: settings that say the same here can't differ.</summary>
    public string After(IReadOnlyList<SettingChange> changes) =>
        string.Join(' ', settings.Sizes.Select(size => $"{size.Pages}:{ModeOf(size, changes)}"));

    private string ModeOf(HugePageSize size, IReadOnlyList<SettingChange> changes)
    {
        string mode = Value(size.Path, size.Value, changes);
        return mode == Inherit ? Value(settings.EnabledPath, settings.Enabled, changes) : mode;
    }

    private static string Value(string path, string now, IReadOnlyList<SettingChange> changes) =>
        changes.LastOrDefault(change => change.Path == path)?.Value ?? now;
}
