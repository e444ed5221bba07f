BeforeAll {
    $samples = Join-Path (Get-Module Progress).ModuleBase 'samples'
    function NewStore {
        $env:PROGRESS_STORE = Join-Path $TestDrive "$(New-Guid).db"
        $null = Import-TaskCatalog (Join-Path $samples task-catalog.csv)
        $null = New-Customer CUST_02 Birchline
    }
}

Describe 'Add-TaskProgress' {
    BeforeEach { NewStore }

    It 'takes what is left out from the catalogue, and is completed today by default' {
        $added = Add-TaskProgress CUST_02 seed-task-003
        $added.PSObject.TypeNames[0] | Should -Be 'Progress.Customers.TaskProgress'
        $added.ProgressId, $added.CustomerId, $added.TaskName, $added.TaskSource | Should -Be PROG_0001, CUST_02, 'Interview Ideal Customer Profile 3', Seed_Tasks
        $added.StageMilestone, $added.CompetencyArea, $added.PriorityLevel | Should -Be 'Initial PMF (Product-Market Fit)', executiveReadiness, critical
        $added.PlatformToolUsed, $added.CompetencyImpact, $added.Status, $added.Entry | Should -Be resource-library, 3, completed, Recorded
        $added.CompletedDate | Should -Be ([dateonly]::FromDateTime([datetime]::UtcNow))
    }

    It 'is a duplicate where it says the same again, and an error where it says otherwise' {
        $null = Add-TaskProgress CUST_02 seed-task-001 -CompletedDate 2026-10-01
        (Add-TaskProgress Birchline seed-task-001 -CompletedDate 2026-10-01).Entry | Should -Be Duplicate
        { Add-TaskProgress CUST_02 seed-task-001 -Status in_progress -ErrorAction Stop } | Should -Throw '*Set-TaskProgress PROG_0001*' -ErrorId 'TaskProgressExists,*'
    }

    It 'takes the rows of a file, with blank cells for nothing' {
        $rows = Import-Csv (Join-Path $samples task-progress.csv)
        $added = $rows | Add-TaskProgress -CreateCustomer
        $added.Count | Should -Be $rows.Count
        $added.Entry | Select-Object -Unique | Should -Be Recorded
        ($added | Where-Object { $null -eq $_.CompletedDate }).Count | Should -Be ($rows | Where-Object CompletedDate -eq '').Count
        (Get-Customer).Count | Should -Be 40
        ($rows | Add-TaskProgress).Entry | Select-Object -Unique | Should -Be Duplicate
        (Import-TaskProgress (Join-Path $samples task-progress.csv)).Duplicate | Should -Be $rows.Count
    }

    It 'takes a row of nothing but blanks beside customer and task' {
        $row = [pscustomobject]@{
            CustomerId = 'CUST_02'; TaskId = 'seed-task-001'; TaskName = ''; TaskSource = ''; StageMilestone = ''; CompetencyArea = ''; PriorityLevel = ''
            Status = ''; CompletedDate = ''; PlatformToolUsed = ''; CompletionNotes = ''; CompetencyImpact = ''; SyncKey = ''
        }
        $added = $row | Add-TaskProgress
        $added.Status, $added.TaskName, $added.CompetencyImpact, $added.CompletionNotes | Should -Be completed, 'Interview board update 1', 4, $null
    }

    It 'takes tasks of the catalogue, and recommendations' {
        (Get-TaskCatalog seed-task-00[12] | Add-TaskProgress -Customer CUST_02 -Status inProgress).Status | Should -Be in_progress, in_progress
        $best = Get-TaskRecommendation CUST_02 -Top 1
        ($best | Add-TaskProgress -Status in_progress).TaskId | Should -Be $best.TaskId
    }

    It 'keeps the identity of records of another store' {
        $first = Add-TaskProgress CUST_02 seed-task-001 -CompletedDate 2026-10-01
        $records = Get-TaskProgress
        NewStore
        ($records | Add-TaskProgress).SyncKey | Should -Be $first.SyncKey
    }

    It 'takes a date of PowerShell as the day that it is here' {
        $day = [datetime]::SpecifyKind('2026-10-01 23:30', 'Utc')
        (Add-TaskProgress CUST_02 seed-task-001 -CompletedDate $day).CompletedDate | Should -Be ([dateonly]'2026-10-01')
    }

    It 'refuses <Case>, and says field, value and what is allowed' -ForEach @(
        @{ Case = 'an impact of eleven'; With = @{ CompetencyImpact = 11 }; Id = 'InvalidImpact'; Says = "CompetencyImpact is '11'; allowed: a whole number from 1 to 10." }
        @{ Case = 'an unknown status'; With = @{ Status = 'done' }; Id = 'InvalidOption'; Says = "Status is 'done'; allowed: not_started, in_progress, completed, skipped." }
        @{ Case = 'an unknown tool'; With = @{ PlatformToolUsed = 'hammer' }; Id = 'InvalidOption'; Says = "PlatformToolUsed is 'hammer'; allowed: icp-analysis, financial-impact, resource-library, none." }
        @{ Case = 'a date without completion'; With = @{ Status = 'skipped'; CompletedDate = '2026-10-01' }; Id = 'DateWithoutCompletion'; Says = "CompletedDate is '2026-10-01': Status is 'skipped'; allowed: *" }
        @{ Case = 'an unknown customer'; With = @{ Customer = 'CUST_99' }; Id = 'CustomerNotFound'; Says = "CustomerId is 'CUST_99'; *-CreateCustomer*" }
        @{ Case = 'a task without a name'; With = @{ TaskId = 'none-such' }; Id = 'ValueMissing'; Says = "TaskName is missing*no task 'none-such'*" }
        @{ Case = 'a note of 200,000 characters'; With = @{ CompletionNotes = 'x' * 200000 }; Id = 'InvalidText'; Says = "CompletionNotes is 'xxx*': it has 200,000 characters; allowed: text of up to 100,000 characters." }
        @{ Case = 'a name on two lines'; With = @{ TaskName = "one`ntwo" }; Id = 'InvalidText'; Says = 'TaskName is *one line*' }
    ) {
        $arguments = @{ Customer = 'CUST_02'; TaskId = 'seed-task-001' }
        foreach ($key in $With.Keys) { $arguments[$key] = $With[$key] }
        $failure = { Add-TaskProgress @arguments -ErrorAction Stop } | Should -Throw -ErrorId "$Id,Progress.Commands.AddTaskProgressCommand" -PassThru
        $failure.Exception.Message | Should -BeLike $Says
        Get-TaskProgress | Should -BeNullOrEmpty
    }

    It 'answers each bad row with an error, and enters the others' {
        $rows = 'CUST_02', 'CUST_98', '', 'CUST_02' | ForEach-Object { $n = 0 } { [pscustomobject]@{ CustomerId = $_; TaskId = "seed-task-00$((++$n))"; CompetencyImpact = '3' } }
        $rows[3].CompetencyImpact = 'many'
        ($rows | Add-TaskProgress -ErrorAction SilentlyContinue -ErrorVariable problems).TaskId | Should -Be seed-task-001
        $problems.Count | Should -Be 3
        "$problems" | Should -BeLike "*'many' is not a whole number*"
        "$problems" | Should -BeLike "*CUST_98*"
    }

    It 'enters nothing under -WhatIf, and says what is wrong all the same' {
        Add-TaskProgress CUST_02 seed-task-001 -WhatIf | Should -BeNullOrEmpty
        { Add-TaskProgress CUST_02 seed-task-001 -CompetencyImpact 11 -WhatIf -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidImpact,*'
        Get-TaskProgress | Should -BeNullOrEmpty
    }

    It 'keeps the reason' {
        $added = Add-TaskProgress CUST_02 seed-task-001 -Reason 'told me'
        (Get-ProgressAudit -Entity taskProgress | Where-Object Key -eq "$($added.SyncKey)").Reason | Should -Be 'told me'
    }

    It 'completes customers, tasks and options of <Parameter>' -ForEach @(
        @{ Parameter = 'Customer'; Word = 'birch'; Text = 'CUST_02' }
        @{ Parameter = 'TaskId'; Word = 'seed-task-003'; Text = 'seed-task-003' }
        @{ Parameter = 'TaskSource'; Word = 'Ser'; Text = 'Series_A_Tasks' }
        @{ Parameter = 'CompetencyArea'; Word = 'exec'; Text = 'executiveReadiness' }
        @{ Parameter = 'PriorityLevel'; Word = 'c'; Text = 'critical' }
        @{ Parameter = 'Status'; Word = 'skip'; Text = 'skipped' }
        @{ Parameter = 'PlatformToolUsed'; Word = 'icp'; Text = 'icp-analysis' }
    ) {
        (TabExpansion2 "Add-TaskProgress -$Parameter $Word").CompletionMatches.CompletionText | Should -Be $Text
    }
}
