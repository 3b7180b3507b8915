using Bench.Interop.Processes;

namespace Bench.Help;

/// <summary>For bash(1), 4.2 or later.</summary>
public sealed class BashScript : ShellScript
{
    public override string Shell => "bash";

    protected override string OfProgram(string program, string function) => $$"""
        # Completes {{program}}. In ~/.bashrc: source <({{program}} completion bash)
        {{function}}() {
            local line=${COMP_LINE:0:COMP_POINT}
            {{function}}_words "${line#*"${COMP_WORDS[0]}"}" "${COMP_WORDS[0]/#~\//$HOME/}"
        }
        {{Words(function)}}
        complete -F {{function}} {{program}}

        """;

    protected override string OfArgument(StartedAs start, string ask, string function) => $$"""
        # Completes {{start}} and leaves other uses of {{start.Words[0]}} as they are.
        # In ~/.bashrc: source <({{start}} completion bash)
        {{function}}() {
            local line=${COMP_LINE:0:COMP_POINT} start={{Quoted($"{start} ")}}
            if [[ $line == "$start"* ]]; then
                {{function}}_words " ${line#"$start"}" {{ask}}
            elif [[ ${{function}}_before ]]; then
                "${{function}}_before" "$@"
            fi
        }
        {{Words(function)}}
        [[ $(complete -p {{start.Words[0]}} 2> /dev/null) == *' -F {{function}} '* ]] ||
            {{function}}_before=$(complete -p {{start.Words[0]}} 2> /dev/null | sed -n 's/.* -F \([^ ]*\) .*/\1/p')
        complete -o bashdefault -o default -F {{function}} {{start.Words[0]}}

        """;

    // Bash splits words at = and :, and completes only what is behind.
    private static string Words(string function) => $$"""
        {{function}}_words() {
            local words word meaning value
            read -ra words <<< "${1//[\'\"]/}"
            [[ $1 != *[[:space:]] ]] || words+=('')
            value=${words[-1]##*[=:]}
            COMPREPLY=()
            while read -r word meaning; do
                case $word in
                    :files) compopt -o filenames; mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -f -- "$value") ;;
                    :folders) compopt -o filenames; mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -d -- "$value") ;;
                    *) COMPREPLY+=("${word#"${words[-1]%"$value"}"}") ;;
                esac
            done < <("${@:2}" {{Verb}} -- "${words[@]}" 2> /dev/null)
        }
        """;

    private static string Quoted(string text) => $"'{text.Replace("'", @"'\''")}'";
}
