BeforeAll {
    . $PSScriptRoot/../SampleStore.ps1
    $rows = Import-Csv (Join-Path (Get-Module Progress).ModuleBase 'samples/task-progress.csv')
    $all = Get-CustomerProgress -AsOf $customersAsOf
}

Describe 'Get-CustomerProgress' {
    It 'counts as a script does over the file' {
        $all.Count | Should -Be 40
        $all[0].PSObject.TypeNames[0] | Should -Be 'Progress.Customers.CustomerProgress'
        foreach ($one in $all) {
            $mine = $rows | Where-Object CustomerId -eq $one.CustomerId
            $done = @($mine | Where-Object Status -eq completed)
            $active = @($mine | Where-Object Status -eq in_progress)
            $one.ActiveTasks, $one.CompletedTasks | Should -Be $active.Count, $done.Count
            $one.TaskCompletionRate | Should -Be ($done.Count / ($done.Count + $active.Count))
            $one.LastTaskCompleted.ToString('o') | Should -Be ($done.CompletedDate | Sort-Object)[-1]
            $one.CompetencyGains.General | Should -Be ([int] ($done | Where-Object CompetencyArea -eq general | Measure-Object CompetencyImpact -Sum).Sum)
            # The last Sunday up to 2026-10-27, and eight weeks back.
            $one.CompletedInWeeks | Should -Be @($done | Where-Object { $_.CompletedDate -ge '2026-08-31' -and $_.CompletedDate -le '2026-10-25' }).Count
            $one.CompletionVelocity | Should -Be ($one.CompletedInWeeks / 8)
            $one.PlatformToolCompletions | Should -Be @($done | Where-Object PlatformToolUsed -ne none).Count
        }
    }

    It 'gives the texts that Airtable stores' {
        $one = $all | Where-Object CustomerId -eq CUST_02
        $stored = $one.TaskProgressAnalytics | ConvertFrom-Json
        $stored.PSObject.Properties.Name | Should -Be competencyGains, completionVelocity, preferredTools
        $stored.completionVelocity | Should -Be $one.CompletionVelocity
        ($one.TaskCompetencyGains | ConvertFrom-Json).valueCommunication | Should -Be $one.CompetencyGains.ValueCommunication
    }

    It 'answers for any day past' {
        $before = Get-CustomerProgress CUST_02 -AsOf 2026-07-31
        $before.CompletedTasks | Should -Be @($rows | Where-Object { $_.CustomerId -eq 'CUST_02' -and $_.Status -eq 'completed' -and $_.CompletedDate -le '2026-07-31' }).Count
        $before.LastTaskCompleted | Should -BeLessOrEqual ([dateonly]'2026-07-31')
    }

    It 'explains itself, and the lines add up' {
        $one = Get-CustomerProgress CUST_02 -AsOf $customersAsOf -Explain
        $lines = $one.Explanation
        ($lines | Where-Object Of -eq ActiveTasks | Measure-Object Amount -Sum).Sum | Should -Be $one.ActiveTasks
        ($lines | Where-Object Of -eq CompletedTasks | Measure-Object Amount -Sum).Sum | Should -Be $one.CompletedTasks
        ($lines | Where-Object Of -eq CompetencyGains.general | Measure-Object Amount -Sum).Sum | Should -Be $one.CompetencyGains.General
        $velocity = $lines | Where-Object Of -eq CompletionVelocity
        ($velocity | Measure-Object Numerator -Sum).Sum / ($velocity | Measure-Object Denominator -Sum).Sum | Should -Be $one.CompletionVelocity
        $all[0].Explanation | Should -BeNullOrEmpty
    }

    It 'is null without anything to take a rate of' {
        $null = New-Customer CUST_90
        $new = Get-CustomerProgress CUST_90 -AsOf $customersAsOf
        $new.TaskCompletionRate, $new.CompletionVelocity, $new.PlatformToolShare, $new.DaysSinceLastCompletion, $new.MilestoneProgress | Should -Be $null, $null, $null, $null, $null
        Set-Customer CUST_90 -Active $false
    }

    It 'has lists that can be indexed' {
        $one = Get-CustomerProgress CUST_02 -AsOf $customersAsOf -Explain
        $one.NextRecommendedTasks[0] | Should -BeOfType string
        @($one.Explanation[0]).Count | Should -Be 1
        $one.PreferredTools[0] | Should -Be icp-analysis
    }

    It 'takes customers of the pipeline, answers an unknown one with an error, and pages' {
        ('CUST_02', 'nobody', 'CUST_01' | Get-CustomerProgress -ErrorAction SilentlyContinue -ErrorVariable problems).CustomerId | Should -Be CUST_02, CUST_01
        $problems.FullyQualifiedErrorId | Should -Be 'CustomerNotFound,Progress.Commands.GetCustomerProgressCommand'
        (Get-CustomerProgress -First 2 -Skip 1).CustomerId | Should -Be CUST_02, CUST_03
    }
}
