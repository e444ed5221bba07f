BeforeAll { . $PSScriptRoot/../Doubles.ps1 }
AfterAll { Stop-Double }

Describe 'Initialize-CrmSchema' {
    BeforeAll {
        New-TestStore
        $null = Connect-Twenty
        $null = Connect-Crm academy -Provider RedHawk -Uri $redHawk -WarningAction Ignore
    }

    It 'shows under -WhatIf what would be created, and creates nothing' {
        $would = Initialize-CrmSchema twenty -WhatIf
        $would.Exists, $would.Passed | Should -Be $false, $false
        $would.Fields.State | Select-Object -Unique | Should -Be Missing
        (Test-CrmSchema twenty).Exists | Should -BeFalse
    }

    It 'creates what is missing on all connections, and nothing again' {
        $created = Initialize-CrmSchema
        $created.GetType().FullName | Should -Be 'Progress.Sync.CrmSchemaTest'
        $created.Connection, $created.Entity, $created.Passed, $created.ExitCode | Should -Be twenty, repProgression, $true, 0
        $created.Fields.Name | Should -Contain syncState
        $before = @((Invoke-RestMethod "$twenty/_double/journal") -split "`n" -match 'POST')
        (Get-CrmSyncStatus | Initialize-CrmSchema).Passed | Should -BeTrue
        @((Invoke-RestMethod "$twenty/_double/journal") -split "`n" -match 'POST').Count | Should -Be $before.Count
    }

    It 'is an error for a name that is none; a pattern that fits none is silent' {
        { Initialize-CrmSchema nobody -ErrorAction Stop } | Should -Throw -ErrorId 'ConnectionNotFound,*'
        Initialize-CrmSchema no* | Should -BeNullOrEmpty
    }
}
