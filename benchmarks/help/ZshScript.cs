using Bench.Interop.Processes;

namespace Bench.Help;

/// <summary>For zsh(1).</summary>
public sealed class ZshScript : ShellScript
{
    public override string Shell => "zsh";

    protected override string OfProgram(string program, string function) => $$"""
        # Completes {{program}}. In ~/.zshrc, behind compinit: source <({{program}} completion zsh)
        {{function}}() {
            {{function}}_words 1 "${(Q)words[1]/#\~\//$HOME/}"
        }
        {{Words(function)}}
        compdef {{function}} {{program}}

        """;

    protected override string OfArgument(StartedAs start, string ask, string function) => $$"""
        # Completes {{start}} and leaves other uses of {{start.Words[0]}} as they are.
        # In ~/.zshrc, behind compinit: source <({{start}} completion zsh)
        {{function}}() {
            local start="${(j: :)words[1,{{start.Words.Count}}]}"
            if (( CURRENT > {{start.Words.Count}} )) && [[ $start == {{Quoted(start.ToString())}} ]]; then
                {{function}}_words {{start.Words.Count}} {{ask}}
            elif [[ -n ${{function}}_before ]]; then
                ${{function}}_before "$@"
            else
                _default
            fi
        }
        {{Words(function)}}
        [[ $_comps[{{start.Words[0]}}] == {{function}} ]] || {{function}}_before=$_comps[{{start.Words[0]}}]
        compdef {{function}} {{start.Words[0]}}

        """;

    private static string Words(string function) => $$"""
        {{function}}_words() {
            local first=$(( $1 + 1 )) line word
            shift
            local -a found
            for line in "${(@f)$("$@" {{Verb}} -- "${(@Q)words[first,CURRENT-1]}" "${(Q)PREFIX}" 2> /dev/null)}"; do
                case $line in
                    :files) _describe word found; compset -P '*='; _files; return ;;
                    :folders) _describe word found; compset -P '*='; _files -/; return ;;
                    ?*) word=${line%% *}; found+=("${word//:/\\:}:${${line#"$word"}# }") ;;
                esac
            done
            _describe word found
        }
        """;

    private static string Quoted(string text) => $"'{text.Replace("'", @"'\''")}'";
}
