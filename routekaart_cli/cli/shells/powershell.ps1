# Voltooiing van routekaart in PowerShell. Zet in $PROFILE: routekaart voltooiing powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName routekaart -ScriptBlock {
    param($huidig, $regel, $plek)
    $eerder = @($regel.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $plek } | ForEach-Object { $_.ToString() })
    routekaart voltooiing --voor "=$huidig" '--' @eerder 2>$null | ForEach-Object {
        $woord, $wat = $_ -split "`t", 2
        $tekst = if ($woord -match '\s') { "'$woord'" } else { $woord }
        [System.Management.Automation.CompletionResult]::new($tekst, $woord, 'ParameterValue', $(if ($wat) { $wat } else { $woord }))
    }
}
