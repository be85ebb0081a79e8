# Voltooiing van routekaart in bash. Zet in ~/.bashrc: source <(routekaart voltooiing bash)
_routekaart() {
    local huidig=${COMP_WORDS[COMP_CWORD]} regel
    COMPREPLY=()
    while IFS=$'\t' read -r regel _; do
        COMPREPLY+=("$(printf '%q' "$regel")")
    done < <(routekaart voltooiing --voor "=$huidig" -- "${COMP_WORDS[@]:1:COMP_CWORD-1}" 2>/dev/null)
}
complete -o default -F _routekaart routekaart
