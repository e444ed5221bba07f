BeforeAll { . $PSScriptRoot/../Doubles.ps1 }
AfterAll { Stop-Double }

Describe 'Invoke-CrmSync' {
    BeforeEach {
        New-TestStore
        $null = Connect-Twenty
        $null = Initialize-CrmSchema twenty
        $null = Invoke-CrmSync twenty
    }

    It 'sends and fetches, and says how much' {
        $null = Add-RepActivity 'Kaya Novak' -Kind deal_closed
        Send-Double notes @{ title = 'Call - CONTACT | 2:10'; member = (Get-Rep 'Tara Tanaka').RepId }
        $result = Invoke-CrmSync
        $result.GetType().FullName | Should -Be 'Progress.Sync.SyncResult'
        $result.Connection, "$($result.Status)", "$($result.Direction)", $result.ExitCode | Should -Be twenty, Done, Both, 0
        $result.Pushed, $result.Pending | Should -Be 2, 0 -Because 'the new call is news to its record, too'
        $result.CallNotes | Should -BeGreaterThan 0
        Get-DoubleRecord | ForEach-Object { $_.totalXp | Should -Be (Get-RepProgression $_.workspaceMemberId).TotalXp }
    }

    It 'goes one way where only that is wanted' {
        $null = Add-RepActivity 'Kaya Novak' -Kind deal_closed
        (Invoke-CrmSync -Direction Pull).Pending | Should -Be 1
        $push = Invoke-CrmSync -Direction Push
        $push.Pushed, $push.CallNotes, $push.Pending | Should -Be 1, 0, 0
    }

    It 'syncs all connections, the academy first' {
        $null = Connect-Crm academy -Provider RedHawk -Uri $redHawk -WarningAction Ignore
        (Invoke-CrmSync).Connection | Should -Be academy, twenty
        (Get-CrmSyncStatus tw* | Invoke-CrmSync).Connection | Should -Be twenty
        (Invoke-CrmSync a*).Connection | Should -Be academy
        @() | Invoke-CrmSync | Should -BeNullOrEmpty
    }

    It 'writes calls there that Twenty does not have, where that is asked for' {
        $null = [pscustomobject]@{ title = 'Call - BUSY | 0:10 | Uma'; createdAt = '2026-09-30T10:00:00Z'; workspaceMemberId = (Get-Rep 'Kaya Novak').RepId } | Import-CallNote
        (Invoke-CrmSync).LocalOnlyCalls | Should -Be 1
        (Invoke-CrmSync -PushCalls).LocalOnlyCalls | Should -Be 0
    }

    It 'writes the plan under -WhatIf, and asks nobody' {
        $null = Add-RepActivity 'Kaya Novak' -Kind deal_closed
        $journal = Invoke-RestMethod "$twenty/_double/journal"
        $plan = Invoke-CrmSync -WhatIf
        $plan[0].GetType().FullName | Should -Be 'Progress.Sync.SyncPlanStep'
        ($plan | Where-Object Step -like 'change*').Records | Should -Be 1
        ($plan | Measure-Object Calls -Sum).Sum | Should -BeGreaterThan 3
        Invoke-RestMethod "$twenty/_double/journal" | Should -Be $journal
        (Get-CrmSyncStatus).Pending | Should -Be 1
    }

    It 'tells what the service did wrong in its result, and keeps what is pending' {
        $null = Add-RepActivity 'Kaya Novak' -Kind deal_closed
        $before, $env:TWENTY_API_KEY = $env:TWENTY_API_KEY, (New-TestKey)
        try { $result = Invoke-CrmSync }
        finally { $env:TWENTY_API_KEY = $before }
        "$($result.Status)", $result.ExitCode, $result.Pending | Should -Be Failed, 2, 1
        "$($result.Messages)" | Should -BeLike '*key is not accepted*'
        (Invoke-CrmSync).Pending | Should -Be 0
    }

    It 'ends when another pass is at work, and says whose' {
        $lease = Lock-Connection twenty
        try {
            $went = $false
            $failure = { Invoke-CrmSync -Wait 0; $went = $true } | Should -Throw -ErrorId 'SyncBusy,*' -PassThru
            $went | Should -BeFalse
            $failure.CategoryInfo.Category | Should -Be ResourceBusy
            $failure.Exception.Message | Should -BeLike 'twenty is being synced by the other one*'
        }
        finally { $lease.Dispose() }
        (Invoke-CrmSync -Wait 0).Status | Should -Be Done
    }

    It 'does nothing while sync is paused, and says so' {
        Set-ProgressSetting sync.paused true
        $result = Invoke-CrmSync
        "$($result.Status)", $result.ExitCode | Should -Be Paused, 0
        "$((Get-CrmSyncStatus).State)" | Should -Be Paused
    }

    It 'refuses a pace that is none' {
        { Invoke-CrmSync -Pace 2 -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidPace,*'
    }

    It 'says without a connection how to make one' {
        New-TestStore
        $failure = { Invoke-CrmSync -ErrorAction Stop } | Should -Throw -ErrorId 'NotConnected,*' -PassThru
        $failure.Exception.Message | Should -BeLike '*Connect-Crm*'
    }

    It 'tells each request as verbose output' {
        $lines = Invoke-CrmSync -Verbose 4>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }
        "$lines" | Should -Match 'GET /rest/notes\?\S+: 200, \d+ ms'
    }
}
