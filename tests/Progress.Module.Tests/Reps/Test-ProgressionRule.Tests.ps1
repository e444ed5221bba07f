BeforeAll {
    . $PSScriptRoot/../SampleStore.ps1
    $file = Join-Path $TestDrive 'rules.json'
    (Get-ProgressionRule -AsJson) -replace '"deal_closed": 300', '"deal_closed": 400' | Set-Content $file
    $broken = Join-Path $TestDrive 'broken.json'
    (Get-ProgressionRule -AsJson) -replace '"deal_closed": 300', '"deal_closed": -1, "juggled": "x"' | Set-Content $broken
}

Describe 'Test-ProgressionRule' {
    It 'lists who would have other XP, and what is not the seed''s' {
        $test = Test-ProgressionRule $file -AsOf $asOf
        $test.PSObject.TypeNames[0] | Should -Be 'Progress.Reps.RuleTest'
        $test.Passed | Should -BeTrue
        "$($test.DepartsFromSeed)" | Should -BeLike '*deal_closed*400*300*'
        foreach ($change in $test.Changes) {
            $deals = (Get-RepProgression $change.RepId -AsOf $asOf).ClosedDeals
            $change.XpAfter - $change.XpBefore | Should -Be (100 * $deals)
        }
        $test.Changes.Count | Should -BeGreaterThan 0
    }

    It 'writes nothing' {
        Test-ProgressionRule $file | Out-Null
        (Get-ProgressionRule).Count | Should -Be 1
    }

    It 'says in which line of which file a rule set is wrong' {
        { Test-ProgressionRule $broken -ErrorAction Stop } | Should -Throw '*broken.json:*' -ErrorId 'InvalidRuleSet,Progress.Commands.TestProgressionRuleCommand'
    }

    It 'is a Boolean with -Quiet' {
        Test-ProgressionRule $file -Quiet | Should -BeExactly $true
        Test-ProgressionRule $broken -Quiet | Should -BeExactly $false
        { Test-ProgressionRule (Join-Path $TestDrive 'none.json') -Quiet -ErrorAction Stop } | Should -Throw -ErrorId 'FileNotFound,*'
    }

    It 'takes wildcards, literal paths and files from the pipeline' {
        Test-ProgressionRule (Join-Path $TestDrive '*.json') -Quiet | Should -Be $false, $true
        Test-ProgressionRule -LiteralPath $file -Quiet | Should -BeTrue
        Get-Item $file | Test-ProgressionRule -Quiet | Should -BeTrue
        Test-ProgressionRule (Join-Path $TestDrive 'zz*.json') -ErrorAction Stop | Should -BeNullOrEmpty
        { Test-ProgressionRule (Join-Path $TestDrive 'none/*.json') -ErrorAction Stop } | Should -Throw -ErrorId 'FileNotFound,*'
    }
}
