BeforeAll {
    . $PSScriptRoot/../SampleStore.ps1
}

Describe 'Get-CallNote' {
    It 'lists all calls in order of time' {
        $calls = Get-CallNote
        $calls.Count | Should -Be ($demo.Summary.Imported + $demo.Summary.Unattributed)
        $calls.CreatedAt | Should -Be ($calls.CreatedAt | Sort-Object)
        $calls[0].PSObject.TypeNames[0] | Should -Be 'Progress.Reps.CallNote'
    }

    It 'takes reps by name and from the pipeline' {
        $hers = Get-CallNote 'Kaya Novak'
        $hers.Name | Select-Object -Unique | Should -Be 'Kaya Novak'
        (Get-Rep 'Kaya Novak' | Get-CallNote).Count | Should -Be $hers.Count
    }

    It 'takes days of the rep' {
        $calls = Get-CallNote 'Kaya Novak' -From 2026-09-28 -To 2026-09-29
        ($calls.Day | Sort-Object -Unique).ForEach({ $_.ToString('yyyy-MM-dd') }) | Should -Be '2026-09-28', '2026-09-29'
    }

    It 'lists what nobody is credited with, also by day' {
        $unattributed = Get-CallNote -Unattributed
        $unattributed.Count | Should -Be $demo.Summary.Unattributed
        $unattributed | Where-Object WorkspaceMemberId | Should -BeNullOrEmpty
        $first = $unattributed[0].CreatedAt.ToString('yyyy-MM-dd')
        (Get-CallNote -Unattributed -From $first -To $first).Id | Should -Contain $unattributed[0].Id
        (Get-CallNote -Unattributed -From $first).Count | Should -Be $unattributed.Count
        Get-CallNote -Unattributed -To $unattributed[0].CreatedAt.AddDays(-1).ToString('yyyy-MM-dd') | Should -BeNullOrEmpty
    }

    It 'refuses to look for calls without a rep among those of one' {
        { Get-CallNote 'Kaya Novak' -Unattributed } | Should -Throw -ErrorId 'UnattributedOfRep,Progress.Commands.GetCallNoteCommand'
    }

    It 'ends with a day, also under the name that other cmdlets have for it' {
        (Get-CallNote 'Kaya Novak' -AsOf 2026-09-20).Id | Should -Be (Get-CallNote 'Kaya Novak' -To 2026-09-20).Id
    }

    It 'gives a page, and ends early' {
        $all = Get-CallNote
        (Get-CallNote -Skip 10 -First 2).Id | Should -Be $all[10..11].Id
        (Get-CallNote | Select-Object -First 1).Id | Should -Be $all[0].Id
    }

    It 'answers a literal miss with an error, a pattern miss with silence' {
        { Get-CallNote nobody -ErrorAction Stop } | Should -Throw -ErrorId 'RepNotFound,*'
        Get-CallNote zz* -ErrorAction Stop | Should -BeNullOrEmpty
    }
}
