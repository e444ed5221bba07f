BeforeAll {
    . $PSScriptRoot/../SampleStore.ps1
}

Describe 'Get-RepProgression' {
    It 'gives one object per rep, in order of name' {
        $reps = Get-RepProgression -AsOf $asOf
        $reps.Name | Should -Be (Get-Rep).Name
        $reps[0].PSObject.TypeNames[0] | Should -Be 'Progress.Reps.RepProgression'
        $reps.AsOf | Select-Object -Unique | Should -Be $asOf
    }

    It 'gives rates as plain numbers' {
        $reps = Get-RepProgression -AsOf $asOf
        ($reps | Where-Object Sub30sDropRate -gt .5).Count | Should -Be @($reps | Where-Object { $_.Sub30sDropRate -is [double] -and $_.Sub30sDropRate -gt .5 }).Count
        ($reps | Where-Object Sub30sDropRate -gt .5).Count | Should -BeGreaterThan 0
    }

    It 'answers for any day past' {
        $then = Get-RepProgression 'Kaya Novak' -AsOf 2026-09-10
        $now = Get-RepProgression 'Kaya Novak' -AsOf $asOf
        $then.TotalXp | Should -BeLessThan $now.TotalXp
        $then.AsOf.ToString('yyyy-MM-dd') | Should -Be '2026-09-10'
    }

    It 'says what was gained' {
        $before = Get-RepProgression 'Kaya Novak' -AsOf 2026-09-23
        $now = Get-RepProgression 'Kaya Novak' -AsOf $asOf -Since 2026-09-24
        $now.XpGained | Should -Be ($now.TotalXp - $before.TotalXp)
        $now.LevelsGained | Should -Be ($now.Level - $before.Level)
        (Get-RepProgression 'Kaya Novak' -AsOf $asOf).XpGained | Should -BeNullOrEmpty
    }

    It 'says that nothing was gained since a day to come' {
        $rep = Get-RepProgression 'Kaya Novak' -AsOf 2026-09-10 -Since 2026-09-24
        $rep.XpGained, $rep.LevelsGained, $rep.BadgesGained.Count, $rep.PromotionsGained.Count | Should -Be 0, 0, 0, 0
    }

    It 'explains its XP when asked to, and the lines add up' {
        foreach ($rep in Get-RepProgression -AsOf $asOf -Explain) {
            ($rep.Explanation | Where-Object Of -eq TotalXp | Measure-Object Amount -Sum).Sum | Should -Be $rep.TotalXp
        }
    }

    It 'takes reps from the pipeline, by id, and from a file' {
        $rep = Get-Rep 'Kaya Novak'
        ($rep | Get-RepProgression -AsOf $asOf).RepId | Should -Be $rep.RepId
        ([pscustomobject]@{ workspaceMemberId = "$($rep.RepId)" } | Get-RepProgression -AsOf $asOf).RepId | Should -Be $rep.RepId
    }

    It 'answers an unknown name with an error and the others with where they stand' {
        $reps = Get-RepProgression nobody, 'Kaya Novak' -AsOf $asOf -ErrorAction SilentlyContinue -ErrorVariable problems
        $reps.Name | Should -Be 'Kaya Novak'
        $problems.FullyQualifiedErrorId | Should -Be 'RepNotFound,Progress.Commands.GetRepProgressionCommand'
        Get-RepProgression zz* -ErrorAction Stop | Should -BeNullOrEmpty
    }

    It 'gives a page' {
        (Get-RepProgression -AsOf $asOf -Skip 1 -First 2).Name | Should -Be (Get-Rep).Name[1..2]
    }

    It 'fits a table of 100 characters' {
        $lines = Get-RepProgression -AsOf $asOf | Format-Table | Out-String -Width 100 -Stream
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 100
        $lines | Where-Object { $_ -like '*Novak*' } | Should -HaveCount 1
        "$lines" | Should -BeLike "*$('{0:N0}' -f (Get-RepProgression 'Kaya Novak' -AsOf $asOf).TotalXp)*"
    }
}
