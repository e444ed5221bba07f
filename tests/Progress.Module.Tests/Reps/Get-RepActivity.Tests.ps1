BeforeAll {
    . $PSScriptRoot/../SampleStore.ps1
}

Describe 'Get-RepActivity' {
    It 'lists activities in order of time' {
        $activities = Get-RepActivity
        $activities.Count | Should -Be $demo.Activities
        $activities.At | Should -Be ($activities.At | Sort-Object)
    }

    It 'takes reps by pattern and from the pipeline' {
        (Get-RepActivity tara*).Name | Sort-Object -Unique | Should -Be 'Tara Tanaka', 'Tara Usman'
        (Get-Rep 'Kaya Novak' | Get-RepActivity).Name | Select-Object -Unique | Should -Be 'Kaya Novak'
    }

    It 'begins at a time' {
        $since = Get-RepActivity -Since 2026-09-28T00:00Z
        $since.Count | Should -Be (Get-RepActivity | Where-Object At -ge ([datetime]::SpecifyKind('2026-09-28', 'Utc'))).Count
        $since.Count | Should -BeGreaterThan 0
    }

    It 'ends with a day' {
        $asOf = Get-RepActivity -AsOf 2026-09-20
        $asOf.Count | Should -Be (Get-RepActivity | Where-Object Day -le ([DateOnly]'2026-09-20')).Count
        $asOf.Count | Should -BeGreaterThan 0
        $asOf.Count | Should -BeLessThan $demo.Activities
    }

    It 'gives a page' {
        (Get-RepActivity -Skip 3 -First 2).Id | Should -Be (Get-RepActivity).Id[3..4]
    }

    It 'answers a literal miss with an error, a pattern miss with silence' {
        { Get-RepActivity nobody -ErrorAction Stop } | Should -Throw -ErrorId 'RepNotFound,*'
        Get-RepActivity zz* -ErrorAction Stop | Should -BeNullOrEmpty
    }
}
