BeforeAll {
    . $PSScriptRoot/../SampleStore.ps1
}

Describe 'Get-RepAchievement' {
    It 'lists training facts in order of time' {
        $facts = Get-RepAchievement
        $facts.Count | Should -Be $demo.Achievements
        $facts.At | Should -Be ($facts.At | Sort-Object)
    }

    It 'takes reps by pattern and from the pipeline' {
        (Get-RepAchievement kay*).Name | Select-Object -Unique | Should -Be 'Kaya Novak'
        (Get-Rep 'Kaya Novak' | Get-RepAchievement).Count | Should -Be (Get-RepAchievement 'Kaya Novak').Count
    }

    It 'ends with a day' {
        $asOf = Get-RepAchievement -AsOf 2026-09-10
        $asOf.Count | Should -Be @(Get-RepAchievement | Where-Object Day -le ([DateOnly]'2026-09-10')).Count
        $asOf.Count | Should -BeGreaterThan 0
        $asOf.Count | Should -BeLessThan (Get-RepAchievement).Count
    }

    It 'gives a page' {
        (Get-RepAchievement -Skip 1 -First 2).At | Should -Be (Get-RepAchievement).At[1..2]
    }

    It 'answers a literal miss with an error, a pattern miss with silence' {
        { Get-RepAchievement nobody -ErrorAction Stop } | Should -Throw -ErrorId 'RepNotFound,*'
        Get-RepAchievement zz* -ErrorAction Stop | Should -BeNullOrEmpty
    }
}
