namespace Bench.Settings;

/// <summary>One value to write into one setting file of sysfs.</summary>
/// <param name="Path">Absolute path of the file.</param>
/// <param name="Value">The word to write, e.g. <c>madvise</c>.</param>
public sealed record SettingChange(string Path, string Value);
