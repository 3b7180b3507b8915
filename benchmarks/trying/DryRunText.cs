using System.Runtime.Versioning;
using System.Text;
using Bench.Results.Judge.Tries;
using Bench.Results.Show;

namespace Bench.Trying;

/// <summary>What would be changed and run.</summary>
[SupportedOSPlatform("linux")]
internal static class DryRunText
{
    /// <summary>The lines.</summary>
    public static string Of(TriedProgram program, TryOptions options, SettingChoice choice, string memory)
    {
        var text = new StringBuilder();
        text.Append($"{program.Shown}{(program.Account is { } account ? $", as {account.Name}" : "")}\n");
        if (options.Prepare is { } line)
            text.Append($"before each launch: {line}\n");
        var rounds = RoundCounts.Of(choice.Tried.Count, options.Rounds, TimeSpan.MaxValue);
        text.Append($"{1 + rounds.Launches(choice.Tried.Count)} launches, more of a command that is over within half a second: "
            + $"1 to warm up, {(rounds.Look > 0 ? $"{rounds.Look} rounds over all settings, " : "")}"
            + $"{rounds.Judged} of the best {Finalists.Count} and today's\n");
        text.Append($"memory: {memory}\n\n");
        foreach (var setting in choice.Tried)
        {
            text.Append($"{setting.Id}: {setting.Title}\n");
            foreach (string step in setting.Steps.DefaultIfEmpty("nothing is changed"))
                text.Append($"    {step}\n");
        }
        foreach (string left in LeftOutText.Lines(choice.LeftOut))
            text.Append($"left out: {left}\n");
        return text.ToString();
    }
}
