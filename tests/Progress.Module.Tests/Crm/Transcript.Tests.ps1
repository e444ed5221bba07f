BeforeAll {
    . $PSScriptRoot/../Doubles.ps1
    $text = Get-Content $PSScriptRoot/../../../docs/sync.md -Raw
    $transcript = [regex]::Match($text, '(?s)## Transcript.*?```text\n(.*?)\n```').Groups[1].Value
    $steps = $transcript -split '(?m)^PS> ' | Where-Object { $_ } | ForEach-Object {
        $command, $output = $_ -split "`n", 2
        @{ Command = $command; Output = "$output" }
    }

    # Times, ids, ports and widths differ from run to run; what -WhatIf says goes to the screen.
    function Get-Gist([string] $Text) {
        $Text -replace '(?m)^What if: .*$', '' -replace '(?m)\s+$', '' -replace '\d{4}-\d\d-\d\d \d\d:\d\dZ', 'TIME' -replace '[0-9a-f]{8}-[0-9a-f-]{27}', 'ID' -replace '(?m) [\d.]+$', ' N' -replace '-{2,}', '' `
            -replace [regex]::Escape($twenty), 'http://127.0.0.1:4001' -replace [regex]::Escape($redHawk), 'http://127.0.0.1:4002' -replace '\b6000\b', '' -replace '\s+', ' '
    }
}
AfterAll { Stop-Double }

Describe 'docs/sync.md' {
    It 'shows in its transcript what the commands print' {
        New-TestStore
        Set-Location (Split-Path $env:PROGRESS_STORE)
        $steps.Count | Should -BeGreaterThan 15
        foreach ($step in $steps) {
            $run = $step.Command.Replace('http://127.0.0.1:4001', $twenty).Replace('http://127.0.0.1:4002', $redHawk).Replace('-ApiKeyVariable TWENTY_API_KEY', '-ApiKeyVariable TWENTY_API_KEY -PerMinute 6000')
            $printed = Invoke-Expression $run *>&1 | Out-String -Width 118
            (Get-Gist $printed).Trim() | Should -Be (Get-Gist $step.Output).Trim() -Because $step.Command
        }
    }

    It 'names each command that it tells of as it is' {
        [regex]::Matches($text, '`([A-Z][a-z]+-(?:Crm|Rep|Progress|Call)[A-Za-z]*)') | ForEach-Object { $_.Groups[1].Value } | Select-Object -Unique |
            ForEach-Object { Get-Command $_ -Module Progress -ErrorAction Stop | Should -Not -BeNullOrEmpty }
    }
}
