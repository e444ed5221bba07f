BeforeAll {
    . $PSScriptRoot/../SampleStore.ps1
}

Describe 'Get-RepRisk' {
    It 'lists new reps whose activity falls, and why' {
        $risks = @(Get-RepRisk -AsOf $asOf)
        $risks.Name | Should -Contain 'Tara Usman'
        foreach ($risk in $risks) {
            $risk.DayOfWork | Should -BeLessOrEqual 30
            $risk.Reasons | Should -Not -BeNullOrEmpty
        }
    }

    It 'says nothing of a rep who has been there for long' {
        Set-Rep 'Tara Usman' -StartDate 2026-01-01
        (Get-RepRisk -AsOf $asOf).Name | Should -Not -Contain 'Tara Usman'
        Get-RepRisk 'Tara Usman' -AsOf $asOf -ErrorAction Stop | Should -BeNullOrEmpty
        Set-Rep 'Tara Usman' -StartDate 2026-09-10
    }

    It 'takes reps from the pipeline, and feeds other commands' {
        (Get-Rep tara* | Get-RepRisk -AsOf $asOf).Name | Should -Be 'Tara Usman'
        (Get-RepRisk -AsOf $asOf -First 1 | Get-RepDiagnosis -AsOf $asOf).Name | Should -Not -BeNullOrEmpty
        { Get-RepRisk nobody -ErrorAction Stop } | Should -Throw -ErrorId 'RepNotFound,Progress.Commands.GetRepRiskCommand'
    }
}
