BeforeAll {
    . $PSScriptRoot/../SampleStore.ps1
}

Describe 'Merge-Rep' {
    It 'changes nothing under -WhatIf' {
        Merge-Rep 'Tara Usman' -Into 'Tara Tanaka' -WhatIf | Should -BeNullOrEmpty
        (Get-Rep).Name | Should -Contain 'Tara Usman'
    }

    It 'credits one with the calls of both, and is silent' {
        $calls = (Get-CallNote tara*).Count
        Merge-Rep 'Tara Usman' -Into 'Tara Tanaka' -Reason 'one person' | Should -BeNullOrEmpty
        (Get-Rep).Name | Should -Not -Contain 'Tara Usman'
        (Get-CallNote 'Tara Tanaka').Count | Should -Be $calls
        (Get-ProgressAudit -Entity rep | Where-Object Command -eq 'Merge-Rep')[-1].Reason | Should -Be 'one person'
    }

    It 'takes reps from the pipeline, and writes who took over with -PassThru' {
        $merged = Get-Rep 'Uma Weber' | Merge-Rep -Into 'Kaya Novak' -PassThru
        $merged.Name | Should -Be 'Kaya Novak'
        (Get-Rep -IncludeInactive | Where-Object Name -eq 'Uma Weber').MergedInto | Should -Be $merged.RepId
    }

    It 'takes pairs of a file' {
        $pairs = [pscustomobject]@{ Rep = 'nobody'; Into = 'Kaya Novak' }, [pscustomobject]@{ Rep = 'Søren Fischer'; Into = 'Łukasz Khan' }
        ($pairs | Merge-Rep -PassThru -ErrorAction SilentlyContinue -ErrorVariable problems).Name | Should -Be 'Łukasz Khan'
        $problems.FullyQualifiedErrorId | Should -Be 'RepNotFound,Progress.Commands.MergeRepCommand'
    }

    It 'refuses to merge a rep with itself' {
        { Merge-Rep 'Kaya Novak' 'Kaya Novak' -ErrorAction Stop } | Should -Throw -ErrorId 'MergeIntoSelf,Progress.Commands.MergeRepCommand'
    }

    It 'completes both names' {
        (TabExpansion2 "Merge-Rep łuk").CompletionMatches.CompletionText | Should -Be "'Łukasz Khan'"
        (TabExpansion2 "Merge-Rep x -Into łuk").CompletionMatches.CompletionText | Should -Be "'Łukasz Khan'"
    }
}
