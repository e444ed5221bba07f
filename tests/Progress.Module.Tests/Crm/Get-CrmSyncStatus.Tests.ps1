BeforeAll { . $PSScriptRoot/../Doubles.ps1 }
AfterAll { Stop-Double }

Describe 'Get-CrmSyncStatus' {
    BeforeAll {
        New-TestStore
        $null = Connect-Twenty
        $null = Connect-Crm academy -Provider RedHawk -Uri $redHawk -WarningAction Ignore
        $null = Initialize-CrmSchema twenty
        $null = Invoke-CrmSync
    }

    It 'says how each connection stands' {
        $status = Get-CrmSyncStatus
        $status[0].GetType().FullName | Should -Be 'Progress.Sync.CrmSyncStatus'
        $status.Connection | Should -Be twenty, academy
        "$($status.State)" | Should -Be 'Ok Ok'
        $status[0].Server, $status[0].Schema, $status[0].KeySource | Should -Be 'Twenty 2.41.0', complete, 'variable TWENTY_API_KEY'
        $status[0].LastPush | Should -BeGreaterThan ([datetime]::UtcNow.AddMinutes(-5))
        (Get-CrmSyncStatus t*).Connection | Should -Be twenty
        { Get-CrmSyncStatus nobody -ErrorAction Stop } | Should -Throw -ErrorId 'ConnectionNotFound,*'
    }

    It 'says what is pending, what is wrong since when, and what to do' {
        $null = Add-RepActivity 'Kaya Novak' -Kind deal_closed
        $pending = Get-CrmSyncStatus twenty
        "$($pending.State)", $pending.Pending, $pending.NextStep | Should -Be Pending, 1, 'Invoke-CrmSync twenty'
        $before, $env:TWENTY_API_KEY = $env:TWENTY_API_KEY, (New-TestKey)
        try { $null = Invoke-CrmSync twenty }
        finally { $env:TWENTY_API_KEY = $before }
        $problem = Get-CrmSyncStatus twenty
        "$($problem.State)", $problem.ErrorId | Should -Be Problem, KeyInvalid
        $problem.Error | Should -BeLike '*key is not accepted*'
        $problem.ErrorSince | Should -BeGreaterThan ([datetime]::UtcNow.AddMinutes(-5))
        $null = Invoke-CrmSync twenty
        "$((Get-CrmSyncStatus twenty).State)" | Should -Be Ok
    }

    It 'asks nobody' {
        $journal = Invoke-RestMethod "$twenty/_double/journal"
        $null = Get-CrmSyncStatus
        Invoke-RestMethod "$twenty/_double/journal" | Should -Be $journal
    }

    It 'is silent without connections' {
        $store = Join-Path $TestDrive alone/progress.db
        $null = Connect-ProgressStore $store
        Disconnect-ProgressStore
        Get-CrmSyncStatus -Store $store | Should -BeNullOrEmpty
    }

    It 'is a table that fits 100 columns' {
        $lines = (Get-CrmSyncStatus | Out-String -Width 100).Split("`n")
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 100
    }

    It 'completes names of connections for <_>' -ForEach 'Get-CrmSyncStatus', 'Get-CrmSyncLog', 'Get-CrmConflict', 'Invoke-CrmSync', 'Initialize-CrmSchema', 'Test-CrmSchema', 'Disconnect-Crm', 'Connect-Crm' {
        (TabExpansion2 "$_ ac").CompletionMatches.CompletionText | Should -Be academy
    }
}
