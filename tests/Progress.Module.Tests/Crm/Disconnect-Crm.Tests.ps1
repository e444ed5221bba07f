BeforeAll { . $PSScriptRoot/../Doubles.ps1 }
AfterAll { Stop-Double }

Describe 'Disconnect-Crm' {
    BeforeEach {
        New-TestStore
        $null = Connect-Twenty
        $null = Initialize-CrmSchema twenty
    }

    AfterEach { Send-Double down @{ down = 'false' } }

    It 'sends what is pending, and is silent' {
        $null = Add-RepActivity 'Kaya Novak' -Kind deal_closed
        Disconnect-Crm twenty -WarningVariable warnings | Should -BeNullOrEmpty
        $warnings | Should -BeNullOrEmpty
        Get-CrmSyncStatus | Should -BeNullOrEmpty
        (Get-DoubleRecord | Where-Object name -eq 'Kaya Novak').totalXp | Should -Be (Get-RepProgression 'Kaya Novak').TotalXp
    }

    It 'takes connections from the pipeline, and writes how they stood' {
        $null = Connect-Crm academy -Provider RedHawk -Uri $redHawk -WarningAction Ignore
        $ended = Get-CrmSyncStatus | Disconnect-Crm -PassThru
        $ended.Connection | Should -Be twenty, academy
        $ended.Pending | Should -Be 0, 0
        Get-CrmSyncStatus | Should -BeNullOrEmpty
    }

    It 'says what is left when the service does not answer, and keeps it for the next connection' {
        $null = Invoke-CrmSync twenty
        $null = Add-RepActivity 'Kaya Novak' -Kind deal_closed
        Send-Double down @{ down = 'true' }
        $left = Disconnect-Crm twenty -TimeoutSec 1 -PassThru -WarningVariable warnings -WarningAction SilentlyContinue
        $left.Pending | Should -Be 1
        "$warnings" | Should -BeLike 'twenty: 1 records were not sent*outbox*'
        Send-Double down @{ down = 'false' }
        $null = Connect-Twenty
        (Get-DoubleRecord | Where-Object name -eq 'Kaya Novak').totalXp | Should -Be (Get-RepProgression 'Kaya Novak').TotalXp
    }

    It 'writes the plan under -WhatIf, and stays connected' {
        $null = Add-RepActivity 'Kaya Novak' -Kind deal_closed
        (Disconnect-Crm twenty -WhatIf).Direction | Select-Object -Unique | Should -Be Push
        (Get-CrmSyncStatus).Connection | Should -Be twenty
    }

    It 'is an error for a name that is none, and goes on with the others' {
        'nobody', 'twenty' | Disconnect-Crm -ErrorVariable failures -ErrorAction SilentlyContinue
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'ConnectionNotFound,*'
        Get-CrmSyncStatus | Should -BeNullOrEmpty
    }

    It 'keeps the reason in the audit' {
        Disconnect-Crm twenty -Reason 'moving' -WarningAction Ignore
        (Get-ProgressAudit connection -First 1).Reason | Should -Be moving
    }
}
