BeforeAll {
    . $PSScriptRoot/../SampleStore.ps1

    function NewCall($number, $disposition, $seconds) {
        [pscustomobject]@{
            title = "Call - $disposition | {0}:{1:00} | Lead $number" -f [int][Math]::Floor($seconds / 60), ($seconds % 60)
            createdAt = '2026-09-30T10:{0:00}:00Z' -f ($number % 60); workspaceMemberId = '11111111-1111-4111-8111-111111111111'
        }
    }
}

Describe 'Get-RepDiagnosis' {
    It 'names the opener where 65 of 100 calls end within 30 seconds, and no closer training' {
        $store = Join-Path $TestDrive 'seed.db'
        $calls = @(1..65 | ForEach-Object { NewCall $_ 'NO_ANSWER' 12 }) + @(66..85 | ForEach-Object { NewCall $_ 'CONTACT' 150 }) + @(86..100 | ForEach-Object { NewCall $_ 'NO_ANSWER' 45 })
        ($calls | Import-CallNote -Store $store).Imported | Should -Be 100
        $findings = Get-RepDiagnosis -Store $store -AsOf 2026-09-30
        $findings.Finding | Should -Contain 'Opener'
        $findings.Finding | Should -Not -Contain 'Closing'
        ($findings | Where-Object Finding -eq Opener).Training | Should -Contain 'module_1'
        $findings.Training | Should -Not -Contain 'module_4'
    }

    It 'says so where there are too few calls' {
        (Get-RepDiagnosis 'Kaya Novak' -AsOf 2026-01-31).Verdict | Should -Be 'TooFewCalls'
    }

    It 'gives the evidence, the dearest finding first' {
        $findings = Get-RepDiagnosis 'Kaya Novak' -AsOf $asOf | Where-Object Verdict -eq Finding
        $findings.Count | Should -BeGreaterThan 0
        $findings[0].Low | Should -BeLessOrEqual $findings[0].Value
        $findings[0].High | Should -BeGreaterOrEqual $findings[0].Value
        @($findings.LostPerWeek) | Should -Be @($findings.LostPerWeek | Sort-Object -Descending)
    }

    It 'takes another window, and refuses one without days' {
        (Get-RepDiagnosis 'Kaya Novak' -Days 14 -AsOf $asOf)[0].Days | Should -Be 14
        { Get-RepDiagnosis -Days 0 -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidDays,Progress.Commands.GetRepDiagnosisCommand'
    }

    It 'explains when asked to' {
        Get-RepDiagnosis -AsOf $asOf | Where-Object Explanation | Should -BeNullOrEmpty
        $findings = Get-RepDiagnosis -AsOf $asOf -Explain | Where-Object Verdict -eq Finding
        $findings.Count | Should -BeGreaterThan 0
        $findings | Where-Object { -not $_.Explanation } | Should -BeNullOrEmpty
    }

    It 'takes reps from the pipeline, and gives a page' {
        (Get-Rep 'Kaya Novak' | Get-RepDiagnosis -AsOf $asOf).Name | Select-Object -Unique | Should -Be 'Kaya Novak'
        (Get-RepDiagnosis -AsOf $asOf -First 1).Count | Should -Be 1
        Get-RepDiagnosis zz* -ErrorAction Stop | Should -BeNullOrEmpty
        { Get-RepDiagnosis nobody -ErrorAction Stop } | Should -Throw -ErrorId 'RepNotFound,*'
    }
}
