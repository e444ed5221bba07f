BeforeAll {
    . $PSScriptRoot/../SampleStore.ps1
    $samples = Join-Path (Get-Module Progress).ModuleBase 'samples/achievements.csv'
}

Describe 'Add-RepAchievement' {
    It 'enters a fact, and writes it' {
        $entered = Add-RepAchievement 'Kaya Novak' exam operative_certification -Score 0.9 -At 2026-09-30
        $entered.PSObject.TypeNames[0] | Should -Be 'Progress.Reps.RepAchievement'
        $entered.Kind, $entered.Id, $entered.Score, $entered.Passed, $entered.Status | Should -Be 'Exam', 'operative_certification', 0.9, $true, 'Recorded'
        (Add-RepAchievement 'Kaya Novak' exam operative_certification -Score 0.9 -At 2026-09-30).Status | Should -Be 'Duplicate'
    }

    It 'keeps a score below the mark, which does not pass' {
        (Add-RepAchievement 'Kaya Novak' module module_4 -Score 0.84).Passed | Should -BeFalse
    }

    It 'takes the rows of a file' {
        $entered = Import-Csv $samples | Add-RepAchievement
        $entered.Count | Should -Be (Import-Csv $samples).Count
        $entered.Status | Select-Object -Unique | Should -Be 'Duplicate'
    }

    It 'takes a battle, typed or as a row' {
        Add-RepAchievement 'Kaya Novak' battle b-1 -Level 3 -Outcome win -ObjectionsCleared -At 2026-09-30
        [pscustomobject]@{ Rep = 'Kaya Novak'; Kind = 'battle'; Id = 'b-2'; Score = ''; Level = '2'; Outcome = 'won'; ObjectionsCleared = ''; At = '2026-09-30' } | Add-RepAchievement
        (Get-RepXp 'Kaya Novak' -Source battle -AsOf 2026-09-30).Xp | Should -Be 450, 200
    }

    It 'answers each bad row with an error, and enters the others' {
        $rows = @(
            [pscustomobject]@{ Rep = 'Kaya Novak'; Kind = 'exam'; Id = 'x-1'; Score = '0,9' }
            [pscustomobject]@{ Rep = 'Kaya Novak'; Kind = 'exam'; Id = 'x-1'; Score = '' }
            [pscustomobject]@{ Rep = 'Kaya Novak'; Kind = 'exam'; Id = 'x-1'; Score = '90' }
            [pscustomobject]@{ Rep = 'Kaya Novak'; Kind = 'quiz'; Id = 'x-1'; Score = '0.9' }
            [pscustomobject]@{ Rep = 'nobody'; Kind = 'exam'; Id = 'x-1'; Score = '0.9' }
            [pscustomobject]@{ Rep = 'Kaya Novak'; Kind = 'exam'; Id = 'x-1'; Score = '0.9' })
        $entered = $rows | Add-RepAchievement -ErrorAction SilentlyContinue -ErrorVariable problems
        $entered.Score | Should -Be 0.9
        $problems.FullyQualifiedErrorId -replace ',.*' | Sort-Object | Should -Be @(
            'InvalidAchievement', 'InvalidAchievement', 'ParameterArgumentTransformationError', 'ParameterArgumentTransformationError', 'RepNotFound')
        "$problems" | Should -BeLike "*'0,9' is not a number*"
        "$problems" | Should -BeLike "*'quiz' is not one of Module, Exam*"
    }

    It 'enters nothing under -WhatIf' {
        $before = (Get-RepAchievement).Count
        Add-RepAchievement 'Kaya Novak' approval team_metrics -WhatIf | Should -BeNullOrEmpty
        (Get-RepAchievement).Count | Should -Be $before
    }

    It 'ends at a fault under -ErrorAction Stop' {
        { Add-RepAchievement 'Kaya Novak' boss nobody -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidAchievement,Progress.Commands.AddRepAchievementCommand'
    }

    It 'completes kinds, modules and outcomes' {
        (TabExpansion2 'Add-RepAchievement x mod').CompletionMatches.CompletionText | Should -Be 'Module'
        (TabExpansion2 'Add-RepAchievement x module module_').CompletionMatches.Count | Should -Be 7
        (TabExpansion2 'Add-RepAchievement x battle b -Outcome w').CompletionMatches.CompletionText | Should -Be 'win'
    }
}
