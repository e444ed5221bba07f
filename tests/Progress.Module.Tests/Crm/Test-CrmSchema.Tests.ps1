BeforeAll { . $PSScriptRoot/../Doubles.ps1 }
AfterAll { Stop-Double }

Describe 'Test-CrmSchema' {
    BeforeAll {
        New-TestStore
        $null = Connect-Twenty
        $null = Connect-Crm academy -Provider RedHawk -Uri $redHawk -WarningAction Ignore
    }

    It 'says what a fresh workspace lacks' {
        $test = Test-CrmSchema twenty
        $test.Passed, $test.ExitCode | Should -Be $false, 2
        Test-CrmSchema twenty -Quiet | Should -BeFalse
        $test.Fields.Name | Should -Contain rev
    }

    It 'passes once everything is there' {
        $null = Initialize-CrmSchema twenty
        (Test-CrmSchema).Passed | Should -BeTrue
        Test-CrmSchema -Quiet | Should -Be $true
        (Get-CrmSyncStatus twenty).Schema | Should -Be complete
    }

    It 'takes names from the pipeline' {
        ('academy', 'twenty' | Test-CrmSchema).Connection | Should -Be twenty
    }

    It 'is an error when the service does not answer' {
        Send-Double down @{ down = 'true' }
        try {
            { Test-CrmSchema twenty -ErrorAction Stop } | Should -Throw -ErrorId 'Unreachable,*'
            Test-CrmSchema -Quiet -ErrorAction Ignore | Should -Be $false
        }
        finally { Send-Double down @{ down = 'false' } }
    }
}
