#pragma warning disable CS1591
namespace Bench.Interop.Settings;

public sealed record SettingChange(string Path, string Value);

public sealed class TransparentHugePages
{
    public static TransparentHugePages Read() => new();
    public string? WhyNot(int pages, bool leaveSettings) => pages == 512 ? null : "stub";
    public IReadOnlyList<SettingChange> ChangesFor(int pages) => [];
}
