using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Bench.Help;

/// <summary>The manual page, in the language of mdoc(7), from the same definitions as the help.</summary>
/// <param name="name">The program's name.</param>
/// <param name="date">When it was made.</param>
internal sealed partial class ManPage(string name, DateOnly date)
{
    // Longer ones mandoc's lint complains of.
    private const int LongestLine = 78;

    private readonly StringBuilder page = new();

    /// <summary>Writes it.</summary>
    /// <param name="whole">The whole command line.</param>
    /// <param name="examples">What verbs are good for, by the verb.</param>
    /// <param name="statuses">Exit statuses.</param>
    public string Write(Command whole, IEnumerable<string> examples, IEnumerable<(string Code, string Meaning)> statuses)
    {
        Macro("Dd", date.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture));
        Macro("Dt", name.ToUpperInvariant(), "1");
        Macro("Os");
        Section("NAME");
        Macro("Nm", name);
        Macro("Nd", "measure calls and page faults");
        Section("SYNOPSIS");
        Macro("Nm");
        Macro("Op", "Ar", "options");
        Macro("Nm");
        Macro("Ar", "verb");
        Macro("Op", "Ar", "options");
        Section("DESCRIPTION");
        Text(whole.Description);
        Text("Without a verb, benchmarks are measured and reported; these are the options for it:");
        Options(whole);
        foreach (var verb in whole.Subcommands.Where(verb => !verb.Hidden))
            Verb(verb);
        Section("ENVIRONMENT");
        List(Surroundings.Variables.Select(variable => ($"Ev {variable.Name}", variable.Meaning)));
        Section("FILES");
        List(Surroundings.Files.Select(file => ($"Pa {file.Name}", file.Meaning)));
        Section("EXIT STATUS");
        List(statuses);
        Section("EXAMPLES");
        Literal(examples);
        Section("SEE ALSO");
        Text("perf(1), getpid(2), madvise(2), mmap(2), proc(5)");
        return page.ToString();
    }

    private void Verb(Command verb)
    {
        Macro("Ss", verb.Name);
        Literal([Usage.Of(verb)]);
        Macro("Pp");
        Text($"{CommandHelp.Sentence(verb.Description)}.");
        foreach (var argument in verb.Arguments)
            Text($"{argument.Name}: {argument.Description}.");
        Options(verb);
        foreach (var part in verb.Subcommands)
            Verb(part);
    }

    private void Literal(IEnumerable<string> lines)
    {
        Macro("Bd", "-literal");
        foreach (string line in lines)
            page.Append(CultureInfo.InvariantCulture, $"{name} {Escaped(line)}\n");
        Macro("Ed");
    }

    private void Options(Command command) => List(command.Options.Where(option => option is not HelpOption)
        .Select(option => (Flags(option) + Value(option), Usage.Meaning(option))));

    private static string Flags(Option option) =>
        string.Join(" , ", option.Aliases.Order(StringComparer.Ordinal).Append(option.Name).Select(Flag));

    private static string Flag(string name) => $"Fl {Escaped(name[1..])}";

    private static string Value(Option option) => option.HelpName is not { } value ? ""
        : option.Arity.MinimumNumberOfValues == 0 ? $" Op Ar {Escaped(value)}" : $" Ar \"{Escaped(value)}\"";

    private void List(IEnumerable<(string Term, string Meaning)> items)
    {
        (string Term, string Meaning)[] all = [.. items];
        if (all.Length == 0)
            return;
        Macro("Bl", "-tag", "-width", "Ds");
        foreach (var (term, meaning) in all)
        {
            Macro("It", term);
            Text(meaning);
        }
        Macro("El");
    }

    private void Section(string heading) => Macro("Sh", heading);

    private void Macro(params string[] words) => page.Append('.').AppendJoin(' ', words).Append('\n');

    // Each sentence begins a line, and no word one that roff would take for a request.
    private void Text(string? text)
    {
        foreach (string sentence in SentenceEnd().Split(text ?? ""))
        {
            int length = 0;
            foreach (string word in Escaped(sentence).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                bool breaks = length + word.Length > LongestLine;
                page.Append(length == 0 ? "" : breaks ? "\n" : " ").Append(length == 0 || breaks ? Harmless(word) : word);
                length = (breaks ? 0 : length) + word.Length + 1;
            }
            page.Append('\n');
        }
    }

    private static string Harmless(string word) => word[0] is '.' or '\'' ? $@"\&{word}" : word;

    // groff_char(7): what isn't ASCII by its number.
    private static string Escaped(string text) => string.Concat(text.Replace(@"\", @"\e").EnumerateRunes()
        .Select(rune => rune.IsAscii ? rune.ToString() : string.Create(CultureInfo.InvariantCulture, $@"\[u{rune.Value:X4}]")));

    [GeneratedRegex(@"(?<=[^ ][.!?]) (?=[A-Z'""(])")]
    private static partial Regex SentenceEnd();
}
