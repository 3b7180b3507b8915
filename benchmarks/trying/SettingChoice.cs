using System.Runtime.Versioning;
using Bench.Results.Data;

namespace Bench.Trying;

/// <summary>Which page settings are tried here, and which aren't.</summary>
/// <param name="Tried">Today's first.</param>
/// <param name="LeftOut">The others, with the reason.</param>
[SupportedOSPlatform("linux")]
internal sealed record SettingChoice(IReadOnlyList<OfferedSetting> Tried, IReadOnlyList<LeftOut> LeftOut)
{
    /// <summary>All that there is, or those of these names.</summary>
    /// <exception cref="IOException">A name is of no setting.</exception>
    public static SettingChoice Of(Situation here, IReadOnlyList<string> names)
    {
        OfferedSetting[] all = [.. Catalogue.Of<PageSetting>().SelectMany(kind => kind.Offers(here))];
        if (names.FirstOrDefault(name => all.All(setting => setting.Id != name)) is { } unknown)
        {
            string known = string.Join(", ", all.Skip(1).Select(setting => setting.Id));
            throw new IOException($"--settings {unknown}: there is no such setting here; there are {known}");
        }
        var tried = new List<OfferedSetting>();
        var leftOut = new List<LeftOut>();
        foreach (var setting in all.Take(1).Concat(all.Skip(1).Where(setting => names.Count == 0 || names.Contains(setting.Id))))
        {
            string effect = Effect(setting, here);
            string? whyNot = setting.WhyNot ?? (tried.FirstOrDefault(other => Effect(other, here) == effect) is { } same
                ? $"comes to the same here as '{same.Title}'" : null);
            if (whyNot is null)
                tried.Add(setting);
            else
                leftOut.Add(new LeftOut(setting.Title, whyNot));
        }
        return new SettingChoice(tried, leftOut);
    }

    /// <summary>Without a setting that turned out not to differ.</summary>
    public SettingChoice Without(OfferedSetting setting, string why) =>
        new([.. Tried.Where(other => other != setting)], [.. LeftOut, new LeftOut(setting.Title, why)]);

    private static string Effect(OfferedSetting setting, Situation here)
    {
        string variables = string.Join('\n', setting.Variables.Select(variable => $"{variable.Key}={variable.Value}"));
        return $"{here.Modes?.After(setting.Changes)}\n{setting.WithoutHugePages}\n{setting.Preload}\n{variables}";
    }
}
