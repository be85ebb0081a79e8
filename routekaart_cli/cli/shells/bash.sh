# Voltooiing van routekaart in bash. Zet in ~/.bashrc: source <(routekaart voltooiing bash)
_routekaart() {
    local -a woorden=()
    local huidig=${COMP_WORDS[COMP_CWORD]} woord
    for woord in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        # Readline splitst --status=klaar in drie woorden, en laat de aanhalingstekens staan.
        [[ $woord == = ]] || woorden+=("${woord//[\\\"\']/}")
    done
    [[ $huidig == = ]] && huidig=
    COMPREPLY=()
    while IFS=$'\t' read -r woord _; do
        # Binnen aanhalingstekens hoort er geen \ voor een spatie.
        [[ $huidig == [\"\']* ]] || printf -v woord '%q' "$woord"
        COMPREPLY+=("$woord")
    done < <(routekaart voltooiing --voor "=${huidig//[\\\"\']/}" -- "${woorden[@]}" 2>/dev/null)
}
complete -o default -F _routekaart routekaart
