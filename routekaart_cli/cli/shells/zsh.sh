#compdef routekaart
# Voltooiing van routekaart in zsh. Zet in ~/.zshrc, na compinit: source <(routekaart voltooiing zsh)
_routekaart() {
    local -a woorden uitleg
    local woord wat
    while IFS=$'\t' read -r woord wat; do
        woorden+=("$woord")
        uitleg+=("$woord${wat:+  -- $wat}")
    done < <(routekaart voltooiing --voor "=${${(Q)words[CURRENT]}#[\"\']}" -- "${(@Q)words[2,CURRENT-1]}" 2>/dev/null)
    if (( $#woorden )); then
        compadd -U -l -d uitleg -a woorden
    else
        _files
    fi
}
if [[ "${funcstack[1]}" == _routekaart ]]; then
    _routekaart "$@"
else
    compdef _routekaart routekaart
fi
