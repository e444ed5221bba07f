BeforeAll { . $PSScriptRoot/../SampleStore.ps1 }

Describe 'Set-Customer' {
    It 'changes what is given, is silent, and keeps why' {
        Set-Customer CUST_02 -CurrentMilestone scalability-revenue -Reason 'all hired' | Should -BeNullOrEmpty
        (Get-Customer CUST_02).CurrentMilestone, (Get-Customer CUST_02).Name | Should -Be Scalability_Revenue, Birchline
        (Get-ProgressAudit -Entity customer | Where-Object Key -eq CUST_02)[0].Reason | Should -Be 'all hired'
    }

    It 'removes what is given as empty text' {
        $changed = Set-Customer CUST_03 -Name '' -CurrentMilestone '' -PassThru
        $changed.Name, $changed.CurrentMilestone | Should -Be $null, $null
    }

    It 'takes the milestone that is suggested' {
        $null = New-Customer DONE -CurrentMilestone Initial_PMF
        Get-TaskCatalog -Milestone Initial_PMF | Add-TaskProgress -Customer DONE -CompletedDate 2026-10-01 | Out-Null
        $progress = Get-CustomerProgress DONE -AsOf $customersAsOf
        $progress.SuggestedMilestone | Should -Be Key_Hires
        $progress | ForEach-Object { Set-Customer $_ -CurrentMilestone $_.SuggestedMilestone }
        (Get-Customer DONE).CurrentMilestone | Should -Be Key_Hires
    }

    It 'takes several from the pipeline, and answers a bad one with an error' {
        $changed = 'CUST_05', 'nobody', 'CUST_06' | Set-Customer -Active $false -PassThru -ErrorAction SilentlyContinue -ErrorVariable problems
        $changed.CustomerId | Should -Be CUST_05, CUST_06
        $problems.FullyQualifiedErrorId | Should -Be 'CustomerNotFound,Progress.Commands.SetCustomerCommand'
    }

    It 'refuses a name that two have, and lists their ids' {
        Set-Customer CUST_07, CUST_08 -Name Twins
        { Set-Customer Twins -CurrentMilestone Key_Hires -ErrorAction Stop } | Should -Throw '*CUST_07, CUST_08*' -ErrorId 'CustomerAmbiguous,*'
    }

    It 'changes nothing under -WhatIf' {
        Set-Customer CUST_09 -Name Other -WhatIf
        (Get-Customer CUST_09).Name | Should -Be 'Iris Labs'
    }
}
