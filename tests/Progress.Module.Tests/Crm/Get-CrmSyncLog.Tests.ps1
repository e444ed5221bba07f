BeforeAll { . $PSScriptRoot/../Doubles.ps1 }
AfterAll { Stop-Double }

Describe 'Get-CrmSyncLog' {
    BeforeAll {
        New-TestStore
        $null = Connect-Twenty
        $null = Connect-Crm academy -Provider RedHawk -Uri $redHawk -WarningAction Ignore
        $null = Initialize-CrmSchema twenty
        $null = Invoke-CrmSync
    }

    It 'lists what each pass did, newest first' {
        $log = Get-CrmSyncLog
        $log[0].GetType().FullName | Should -Be 'Progress.Sync.SyncResult'
        $log.Connection | Should -Be twenty, academy, academy, twenty
        $log.EndedAt | Should -Be ($log.EndedAt | Sort-Object -Descending)
        $log[0].Created | Should -BeGreaterThan 0
        "$($log[3].Status) $($log[3].Messages)" | Should -BeLike 'Partly *no repProgression*'
    }

    It 'is a table that fits 100 columns' {
        $lines = (Get-CrmSyncLog | Out-String -Width 100).Split("`n")
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 100
        "$lines" | Should -Match 'EndedAt\s+Status\s+Sent\s+Fetched\s+Messages'
    }

    It 'lists those of a connection, of a time, of a page' {
        (Get-CrmSyncLog academy).Count | Should -Be 2
        (Get-CrmSyncStatus twenty | Get-CrmSyncLog).Count | Should -Be 2
        (Get-CrmSyncLog -First 1).Connection | Should -Be twenty
        (Get-CrmSyncLog -Skip 3).Connection | Should -Be twenty
        Get-CrmSyncLog -Since ([datetime]::UtcNow.AddHours(1)) | Should -BeNullOrEmpty
        (Get-CrmSyncLog -Since 2020-01-01).Count | Should -Be 4
        { Get-CrmSyncLog -Since 03/04/2026 } | Should -Throw
    }
}
