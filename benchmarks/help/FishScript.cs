using Bench.Interop.Processes;

namespace Bench.Help;

/// <summary>For fish(1), 3.1 or later.</summary>
public sealed class FishScript : ShellScript
{
    public override string Shell => "fish";

    protected override string OfProgram(string program, string function) => $$"""
        # Completes {{program}}. In ~/.config/fish/config.fish: {{program}} completion fish | source
        {{Words(function, 1)}}
        complete -c {{program}} -f -a '({{function}} (commandline -opc)[1])'

        """;

    protected override string OfArgument(StartedAs start, string ask, string function) => $$"""
        # Completes {{start}} and leaves other uses of {{start.Words[0]}} as they are.
        # In ~/.config/fish/config.fish: {{start}} completion fish | source
        {{Words(function, start.Words.Count)}}
        function {{function}}_here
            string match -q -- {{Quoted($"{start} *")}} "$(commandline -cp)"
        end
        complete -c {{start.Words[0]}} -n {{function}}_here -f -a {{Quoted($"({function} {ask})")}}

        """;

    private static string Words(string function, int before) => $$"""
        function {{function}}
            set -l words (commandline -opc)[{{before + 1}}..-1]
            set -l current (commandline -ct | string replace -ra '[\'"]' '')
            test -n "$current"; or set current ''
            set -l before (string match -r '^--[^=]*=' -- $current)
            for line in ($argv {{Verb}} -- $words $current 2>/dev/null)
                switch $line
                    case :files
                        string replace -r -- '^' "$before" (__fish_complete_path (string replace -- "$before" '' $current))
                    case :folders
                        string replace -r -- '^' "$before" (__fish_complete_directories (string replace -- "$before" '' $current))
                    case '*'
                        string replace ' ' \t -- $line
                end
            end
        end
        """;

    private static string Quoted(string text) => $"'{text.Replace(@"\", @"\\").Replace("'", @"\'")}'";
}
