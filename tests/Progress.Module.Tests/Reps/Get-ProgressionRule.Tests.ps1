BeforeAll {
    $env:PROGRESS_STORE = Join-Path $TestDrive 'rules.db'
    $file = Join-Path $TestDrive 'rules.json'
}

Describe 'Get-ProgressionRule' {
    It 'gives the rules that every store begins with' {
        $rule = Get-ProgressionRule
        $rule.PSObject.TypeNames[0] | Should -Be 'Progress.Reps.ProgressionRule'
        $rule.Rules.Xp['deal_closed'] | Should -Be 300
        $rule.Rules.Levels.Thresholds[14] | Should -Be 25000
        $rule.DepartsFromSeed | Should -BeNullOrEmpty
    }

    It 'gives the text to begin other rules with' {
        Get-ProgressionRule -AsJson | Set-Content $file
        (Test-ProgressionRule $file).Passed | Should -BeTrue
    }

    It 'lists all rule sets in the order in which they come into force, or the one of a day' {
        (Get-ProgressionRule -AsJson) -replace '"deal_closed": 300', '"deal_closed": 400' | Set-Content $file
        Set-ProgressionRule $file -From 2026-10-01 -WarningAction SilentlyContinue
        (Get-ProgressionRule).Count | Should -Be 2
        (Get-ProgressionRule -First 1).Id | Should -Be 1
        (Get-ProgressionRule 2026-09-30).Rules.Xp['deal_closed'] | Should -Be 300
        (Get-ProgressionRule -AsOf 2026-10-01).Rules.Xp['deal_closed'] | Should -Be 400
        Get-ProgressionRule -AsOf 2026-10-01 -AsJson | Should -BeLike '*"deal_closed": 400*'
    }
}
