BeforeAll {
    . $PSScriptRoot/../SampleStore.ps1
    Push-Location (New-Item -ItemType Directory (Join-Path $TestDrive 'work'))
}

AfterAll {
    Pop-Location
}

Describe 'Test-ProgressSetup' {
    It 'looks at every topic, and says what to do where something is to be done' {
        $test = Test-ProgressSetup
        $test.Passed | Should -BeTrue
        $test.ExitCode | Should -Be 0
        'settings', 'store', 'rules', 'reps' | ForEach-Object { $test.Findings.Topic | Should -Contain $_ }
        $test.Findings | Where-Object { $_.Status -ne 'Ok' -and -not $_.NextStep } | Should -BeNullOrEmpty
    }

    It 'answers with a Boolean alone' {
        Test-ProgressSetup -Quiet | Should -BeExactly $true
    }

    It 'makes no store where there is none' {
        $path = Join-Path $TestDrive 'none/progress.db'
        ((Test-ProgressSetup -Store $path).Findings | Where-Object Topic -eq store).Status | Should -Be 'Warning'
        Split-Path $path | Should -Not -Exist
    }

    It 'finds broken settings, and is not broken by them' {
        Set-Content progress.settings.json '{ "timeZone": '
        $test = Test-ProgressSetup
        $test.Passed | Should -BeFalse
        ($test.Findings | Where-Object Topic -eq settings).Status | Should -Be 'Problem'
        Test-ProgressSetup -Quiet | Should -BeExactly $false
        Remove-Item progress.settings.json
    }

    It 'finds a store that is none' {
        Set-Content (Join-Path $TestDrive 'text.db') ('no database' * 1000)
        $test = Test-ProgressSetup -Store (Join-Path $TestDrive 'text.db')
        ($test.Findings | Where-Object Topic -eq store).Status | Should -Be 'Problem'
        $test.ExitCode | Should -Be 2
    }
}
