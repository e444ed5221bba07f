# Runs one Pester file against the laid-out module; prints what failed, and exits with how many did.
param(
    [Parameter(Mandatory)] [string] $File,
    [Parameter(Mandatory)] [string] $Module,
    [string] $Pester = 'Pester'
)

$ErrorActionPreference = 'Stop'
Import-Module $Pester
Import-Module $Module

$configuration = New-PesterConfiguration
$configuration.Run.Path = $File
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'None'
$result = Invoke-Pester -Configuration $configuration

foreach ($failure in @($result.Failed) + @($result.FailedBlocks) + @($result.FailedContainers)) {
    "[-] $($failure.ExpandedPath ?? $failure.Item)"
    foreach ($problem in $failure.ErrorRecord) {
        "    $($problem.Exception.Message -replace "`n", "`n    ")"
        $problem.ScriptStackTrace -split "`n" | Where-Object { $_ -like "*$(Split-Path $File -Leaf)*" } | ForEach-Object { "    $_" }
    }
}

if ($result.TotalCount -eq 0) { "$File has no tests." }
exit $result.FailedCount + $result.FailedBlocksCount + $result.FailedContainersCount + [int]($result.TotalCount -eq 0)
