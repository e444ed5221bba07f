BeforeAll { . $PSScriptRoot/../Doubles.ps1 }
AfterAll { Stop-Double }

Describe 'Airtable' {
    BeforeAll {
        New-TestStore
        $null = Connect-Base
        $missing = Test-CrmSchema base
        $created = Initialize-CrmSchema base
        $null = Invoke-CrmSync base
    }

    It 'has its schema made, which a test then accepts' {
        $missing.Passed | Should -Not -Contain $null
        ($missing.Fields | Where-Object State -eq Missing).Name | Should -Contain SyncKey
        $created.Passed | Should -Be $true, $true
        Test-CrmSchema base -Quiet | Should -BeTrue
    }

    It 'brings the customers and records of the base' {
        (Get-Customer CUST_01).AirtableId | Should -BeLike 'rec*'
        $record = Get-TaskProgress CUST_01 -Status completed | Where-Object TaskName -eq 'Interview five buyers'
        $record.ProgressId, $record.CompetencyImpact, "$($record.CompletedDate.ToString('o'))" | Should -Be PROG_0001, 5, 2026-08-15
    }

    It 'gives a record a provisional code until Airtable has numbered it, and knows it by both' {
        $added = Add-TaskProgress CUST_02 -TaskName 'Name the first ten' -CompetencyArea general -CompetencyImpact 3
        $added.ProgressId | Should -BeLike 'PROG_`?*'
        (Invoke-CrmSync base).Status | Should -Be Done
        $now = Get-TaskProgress CUST_02 | Where-Object SyncKey -eq $added.SyncKey
        $now.ProgressId | Should -Match '^PROG_\d{4}$'
        (Set-TaskProgress $added.ProgressId -CompetencyImpact 4 -PassThru).ProgressId | Should -Be $now.ProgressId
        ($added | Set-TaskProgress -CompetencyImpact 5 -PassThru).ProgressId | Should -Be $now.ProgressId
    }

    It 'works while Airtable is down, says what waits, and sends it later' {
        $null = Invoke-CrmSync base
        $before = (Get-CrmSyncStatus base).Pending
        Set-Content Env:AIRTABLE_API_KEY ($key = $env:AIRTABLE_API_KEY).Replace('pat', 'pax')
        try {
            $null = Add-TaskProgress CUST_03 -TaskName 'While it is down' -Status in_progress
            (Invoke-CrmSync base).Status | Should -Be Failed
            $status = Get-CrmSyncStatus base
            $status.Pending | Should -BeGreaterThan $before
            $status.NextStep | Should -Not -BeNullOrEmpty
        }
        finally { $env:AIRTABLE_API_KEY = $key }
        (Invoke-CrmSync base).Status | Should -Be Done
        (Get-CrmSyncStatus base).Pending | Should -Be 0
        (Get-TaskProgress CUST_03 | Where-Object TaskName -eq 'While it is down').ProgressId | Should -Match '^PROG_\d{4}$'
    }
}
