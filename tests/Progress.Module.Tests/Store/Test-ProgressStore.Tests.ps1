BeforeAll {
    . $PSScriptRoot/../SampleStore.ps1
}

Describe 'Test-ProgressStore' {
    It 'passes a sound store, check by check' {
        $test = Test-ProgressStore
        $test.Passed | Should -BeTrue
        $test.Path | Should -Be $demo.StorePath
        $test.Checks.Name | Should -Contain 'integrity'
        $test.Checks.Passed | Should -Not -Contain $false
    }

    It 'answers with a Boolean alone' {
        Test-ProgressStore -Quiet | Should -BeExactly $true
    }

    It 'finds a damaged page' {
        $damaged = Join-Path $TestDrive 'damaged.db'
        $bytes = [IO.File]::ReadAllBytes($demo.StorePath)
        [Array]::Fill($bytes, [byte]0xFF, $bytes.Length - 8192, 4096)
        [IO.File]::WriteAllBytes($damaged, $bytes)
        $test = Test-ProgressStore -Store $damaged
        $test.Passed | Should -BeFalse
        ($test.Checks | Where-Object Name -eq integrity).Passed | Should -BeFalse
        Test-ProgressStore -Store $damaged -Quiet | Should -BeExactly $false
    }

    It 'refuses a store that does not exist, and makes none' {
        $missing = Join-Path $TestDrive 'typo.db'
        { Test-ProgressStore -Store $missing } | Should -Throw -ErrorId 'StoreNotFound,*'
        { Backup-ProgressStore (Join-Path $TestDrive 'copy.db') -Store $missing } | Should -Throw -ErrorId 'StoreNotFound,*'
        $missing | Should -Not -Exist
    }

    It 'refuses a file that is no store' {
        Set-Content (Join-Path $TestDrive 'text.db') ('no database' * 1000)
        { Test-ProgressStore -Store (Join-Path $TestDrive 'text.db') } | Should -Throw -ErrorId 'StoreNotAStore,*'
    }
}
