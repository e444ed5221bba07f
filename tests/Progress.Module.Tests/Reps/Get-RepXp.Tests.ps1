BeforeAll {
    . $PSScriptRoot/../SampleStore.ps1
}

Describe 'Get-RepXp' {
    It 'lists facts that add up to the XP' {
        foreach ($rep in Get-RepProgression -AsOf $asOf) {
            (Get-RepXp $rep.RepId -AsOf $asOf | Measure-Object Xp -Sum).Sum | Should -Be $rep.TotalXp
        }
    }

    It 'takes a source and days' {
        $facts = Get-RepXp -Source Appointment_Set -Since 2026-09-20 -AsOf 2026-09-25
        $facts.Count | Should -BeGreaterThan 0
        $facts.Source | Select-Object -Unique | Should -Be 'appointment_set'
        $facts | Where-Object { $_.Day.ToString('o') -lt '2026-09-20' -or $_.Day.ToString('o') -gt '2026-09-25' } | Should -BeNullOrEmpty
    }

    It 'refuses a source that there is none of' {
        { Get-RepXp -Source juggling -ErrorAction Stop } | Should -Throw -ErrorId 'UnknownXpSource,Progress.Commands.GetRepXpCommand'
    }

    It 'gives a page, and ends early' {
        $all = Get-RepXp 'Kaya Novak' -AsOf $asOf
        (Get-RepXp 'Kaya Novak' -AsOf $asOf -Skip 5 -First 3).FactId | Should -Be $all.FactId[5..7]
        (Get-RepXp -AsOf $asOf | Select-Object -First 1).FactId | Should -Not -BeNullOrEmpty
    }

    It 'takes reps from the pipeline' {
        (Get-Rep 'Kaya Novak' | Get-RepXp -AsOf $asOf -First 1).Name | Should -Be 'Kaya Novak'
        { Get-RepXp nobody -ErrorAction Stop } | Should -Throw -ErrorId 'RepNotFound,*'
    }

    It 'completes sources' {
        (TabExpansion2 'Get-RepXp -Source badge').CompletionMatches.CompletionText | Should -Be 'badge_tier'
    }
}
