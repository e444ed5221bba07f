<#
.SYNOPSIS
    Builds, tests and packs the module.
.DESCRIPTION
    Build lays the module out in out/Progress, from where Import-Module takes it. Test runs all tests. Pack builds, and makes a zip of the module
    beside it. Build and Test need nothing of this script: it calls dotnet build and dotnet test.
.EXAMPLE
    ./build.ps1; Import-Module ./out/Progress
.EXAMPLE
    ./build.ps1 Test, Pack
#>
[CmdletBinding()]
param(
    # What to do, in order.
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Pack')]
    [string[]] $Task = 'Build',

    [ValidateSet('Release', 'Debug')]
    [string] $Configuration = 'Release',

    # The folder in which the module and its zip are made.
    [string] $Output = (Join-Path $PSScriptRoot 'out')
)

$ErrorActionPreference = 'Stop'
$module = Join-Path $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Output) 'Progress'

function Invoke-DotNet {
    & dotnet @args -nologo
    if ($LASTEXITCODE) { throw "dotnet $($args[0]) failed." }
}

function Build {
    Invoke-DotNet build (Join-Path $PSScriptRoot 'src/Progress.Commands') '-t:Layout' -c $Configuration "-p:LayoutDir=$module"
}

function Test {
    Invoke-DotNet test (Join-Path $PSScriptRoot 'Progress.slnx') -c $Configuration
}

function Pack {
    Build
    $version = (Import-PowerShellDataFile (Join-Path $module 'Progress.psd1')).ModuleVersion
    Compress-Archive $module "$module.$version.zip" -Force -PassThru
}

$Task | ForEach-Object { & $_ }
