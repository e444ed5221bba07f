BeforeAll {
    . $PSScriptRoot/../SampleStore.ps1
    $rows = Import-Csv (Join-Path (Get-Module Progress).ModuleBase 'samples/task-progress.csv')
    function Key($items) { $items | ForEach-Object { "$($_.CustomerId) $($_.TaskId)" } }
}

Describe 'Get-TaskProgress' {
    It 'gets every field as it was imported, in the same order' {
        $records = Get-TaskProgress
        $records[0].PSObject.TypeNames[0] | Should -Be 'Progress.Customers.TaskProgress'
        foreach ($field in 'CustomerId', 'TaskId', 'TaskName', 'TaskSource', 'StageMilestone', 'CompetencyArea', 'PriorityLevel', 'Status', 'PlatformToolUsed', 'CompetencyImpact') {
            $records.$field | Should -Be $rows.$field
        }
        $records.ForEach{ "$($_.CompletionNotes)" } | Should -Be $rows.CompletionNotes
        $records.ForEach{ if ($_.CompletedDate) { $_.CompletedDate.ToString('o') } else { '' } } | Should -Be $rows.CompletedDate
        $records.ProgressId | Should -Be (1..$rows.Count | ForEach-Object { 'PROG_{0:0000}' -f $_ })
    }

    It 'filters by <Name>' -ForEach @(
        @{ Name = 'customer'; With = @{ Customer = 'CUST_02', 'Coral Desk' }; Fits = { $_.CustomerId -in 'CUST_02', 'CUST_03' } }
        @{ Name = 'status'; With = @{ Status = 'not_started', 'skipped' }; Fits = { $_.Status -in 'not_started', 'skipped' } }
        @{ Name = 'competency'; With = @{ Competency = 'general' }; Fits = { $_.CompetencyArea -eq 'general' } }
        @{ Name = 'milestone'; With = @{ Milestone = 'Initial_PMF' }; Fits = { $_.StageMilestone -eq 'Initial PMF (Product-Market Fit)' } }
        @{ Name = 'text of a stage'; With = @{ Milestone = 'Key Hires' }; Fits = { $_.StageMilestone -eq 'Key Hires' } }
        @{ Name = 'source'; With = @{ Source = 'Series_A_Tasks' }; Fits = { $_.TaskSource -eq 'Series_A_Tasks' } }
        @{ Name = 'days, both ends strictly'; With = @{ CompletedAfter = '2026-07-27'; CompletedBefore = '2026-08-15' }; Fits = { $_.CompletedDate -gt '2026-07-27' -and $_.CompletedDate -lt '2026-08-15' } }
        @{ Name = 'all of them'; With = @{ Customer = 'CUST_0*'; Status = 'completed'; Competency = 'general'; Source = 'Seed_Tasks' }; Fits = { $_.CustomerId -like 'CUST_0*' -and $_.Status -eq 'completed' -and $_.CompetencyArea -eq 'general' -and $_.TaskSource -eq 'Seed_Tasks' } }
    ) {
        $wanted = @($rows | Where-Object $Fits)
        $wanted.Count | Should -BeGreaterThan 0
        Key (Get-TaskProgress @With) | Should -Be (Key $wanted)
    }

    It 'pages' {
        (Get-TaskProgress -Skip 3 -First 2).ProgressId | Should -Be PROG_0004, PROG_0005
        (Get-TaskProgress CUST_02 -First 1).ProgressId | Should -Be PROG_0007
    }

    It 'refuses an option that is none' {
        { Get-TaskProgress -Status done -ErrorAction Stop } | Should -Throw "*'done'; allowed: not_started, in_progress, completed, skipped.*" -ErrorId 'InvalidOption,*'
    }

    It 'answers an unknown customer with an error, and the others' {
        (Get-TaskProgress CUST_01, nobody -ErrorAction SilentlyContinue -ErrorVariable problems).Count | Should -Be ($rows | Where-Object CustomerId -eq CUST_01).Count
        $problems.FullyQualifiedErrorId | Should -Be 'CustomerNotFound,Progress.Commands.GetTaskProgressCommand'
    }

    It 'takes customers of the pipeline, and nothing from none' {
        (Get-Customer CUST_0[12] | Get-TaskProgress -Status completed).CustomerId | Select-Object -Unique | Should -Be CUST_01, CUST_02
        @() | Get-TaskProgress | Should -BeNullOrEmpty
    }
}

Describe 'Get-TaskProgress -AsFormula' {
    It 'gives the seed''s example <Formula>' -ForEach @(
        @{ With = @{ Status = 'completed' }; Formula = 'AND({Customer ID} = "CUST_02", {Status} = "completed")' }
        @{ With = @{ Competency = 'customerAnalysis' }; Formula = 'AND({Customer ID} = "CUST_02", {Competency Area} = "customerAnalysis")' }
        @{ With = @{ CompletedAfter = '2024-08-01' }; Formula = 'AND({Customer ID} = "CUST_02", IS_AFTER({Completed Date}, "2024-08-01"))' }
    ) {
        Get-TaskProgress CUST_02 @With -AsFormula | Should -BeExactly $Formula
    }

    It 'leaves AND out around one predicate, and makes OR of several values' {
        Get-TaskProgress -Status skipped -AsFormula | Should -BeExactly '{Status} = "skipped"'
        Get-TaskProgress CUST_0[12] -AsFormula | Should -BeExactly 'OR({Customer ID} = "CUST_01", {Customer ID} = "CUST_02")'
    }

    It 'names customers by their ids, and escapes what a text holds' {
        Get-TaskProgress birchline -AsFormula | Should -BeExactly '{Customer ID} = "CUST_02"'
        Get-TaskProgress -Milestone 'say "hello"\' -AsFormula | Should -BeExactly '{Stage Milestone} = "say \"hello\"\\"'
    }

    It 'refuses <Case>' -ForEach @(
        @{ Case = 'paging by -First'; With = @{ Status = 'completed'; First = 3 }; Id = 'FormulaPaged' }
        @{ Case = 'paging by -Skip'; With = @{ Status = 'completed'; Skip = 3 }; Id = 'FormulaPaged' }
        @{ Case = 'no filter'; With = @{}; Id = 'FormulaEmpty' }
        @{ Case = 'an unknown customer among others'; With = @{ Customer = 'CUST_01', 'nobody' }; Id = 'CustomerNotFound' }
    ) {
        { Get-TaskProgress @With -AsFormula -ErrorAction Stop } | Should -Throw -ErrorId "$Id,Progress.Commands.GetTaskProgressCommand"
    }
}
