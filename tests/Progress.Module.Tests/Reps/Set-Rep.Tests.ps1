BeforeAll {
    . $PSScriptRoot/../SampleStore.ps1
}

Describe 'Set-Rep' {
    It 'changes what is given, and is silent' {
        Set-Rep 'Kaya Novak' -RedHawkId 99 -StartDate 2026-08-01 | Should -BeNullOrEmpty
        $rep = Get-Rep 'Kaya Novak'
        $rep.RedHawkId | Should -Be '99'
        $rep.StartDate.ToString('yyyy-MM-dd') | Should -Be '2026-08-01'
        $rep.TimeZone | Should -Be 'America/New_York'
    }

    It 'writes the rep with -PassThru' {
        (Set-Rep 'Kaya Novak' -TimeZone America/Chicago -From 2026-10-01 -PassThru).TimeZone | Should -Be 'America/Chicago'
    }

    It 'takes reps from the pipeline' {
        (Get-Rep tara* | Set-Rep -Reason 'new day' -StartDate 2026-07-01 -PassThru).Name | Should -Be 'Tara Tanaka', 'Tara Usman'
        (Get-ProgressAudit -Entity rep | Where-Object Reason -eq 'new day').Count | Should -Be 2
    }

    It 'changes nothing under -WhatIf' {
        Set-Rep 'Uma Weber' -Name 'Someone Else' -WhatIf
        (Get-Rep 'Uma Weber').Name | Should -Be 'Uma Weber'
    }

    It 'goes on after an unknown rep' {
        $changed = Set-Rep nobody, 'Uma Weber' -RedHawkId 12 -PassThru -ErrorAction SilentlyContinue -ErrorVariable problems
        $changed.Name | Should -Be 'Uma Weber'
        $problems.FullyQualifiedErrorId | Should -Be 'RepNotFound,Progress.Commands.SetRepCommand'
    }

    It 'refuses a name that two reps have, and lists their ids' {
        $ids = 1..2 | ForEach-Object { New-Rep (New-Guid) 'Sam Same' } | ForEach-Object RepId
        { Set-Rep 'Sam Same' -Active $false -ErrorAction Stop } | Should -Throw "*$($ids[0])*" -ErrorId 'RepAmbiguous,*'
        (TabExpansion2 'Set-Rep Sam').CompletionMatches.CompletionText | Sort-Object | Should -Be ($ids | ForEach-Object { "$_" } | Sort-Object)
    }
}
