# Voltooiing van routekaart in fish. Zet in ~/.config/fish/config.fish: routekaart voltooiing fish | source
function __routekaart_aanvullen
    set -l eerder (commandline -opc)
    set -l huidig (commandline -ct | string unescape)
    set -l regels (routekaart voltooiing --voor "=$huidig" -- $eerder[2..] 2>/dev/null)
    if set -q regels[1]
        printf '%s\n' $regels
    else
        __fish_complete_path "$huidig"
    end
end
complete -c routekaart -f -a '(__routekaart_aanvullen)'
