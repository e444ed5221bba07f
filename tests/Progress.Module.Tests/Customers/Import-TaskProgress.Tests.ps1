BeforeAll {
    $samples = Join-Path (Get-Module Progress).ModuleBase 'samples/task-progress.csv'
    function NewRow($task = 'task-1', $change = @{}) {
        $row = [ordered]@{
            CustomerId = 'CUST_02'; TaskId = $task; TaskName = "Name of $task"; Status = 'completed'; CompletedDate = '2026-10-01'
            CompetencyArea = 'general'; CompletionNotes = ''; CompetencyImpact = 3
        }
        foreach ($key in $change.Keys) { $row[$key] = $change[$key] }
        [pscustomobject]$row
    }

    function NewFile([object[]] $rows, $name = "$(New-Guid).csv") {
        $rows | Export-Csv ($file = Join-Path $TestDrive $name)
        $file
    }
}

Describe 'Import-TaskProgress' {
    BeforeEach {
        $env:PROGRESS_STORE = Join-Path $TestDrive "$(New-Guid).db"
        $null = New-Customer CUST_02
    }

    It 'gives a summary that adds up, and changes nothing the second time' {
        $first = Import-TaskProgress $samples -CreateCustomer
        $first.PSObject.TypeNames[0] | Should -Be 'Progress.Customers.TaskImportSummary'
        $first.Source, $first.Read, $first.Imported, $first.CustomersCreated | Should -Be $samples, 609, 609, 39
        $before = Get-TaskProgress | Format-List * | Out-String
        $second = Import-TaskProgress $samples
        $second.Imported, $second.Changed, $second.Duplicate, $second.CustomersCreated | Should -Be 0, 0, 609, 0
        Get-TaskProgress | Format-List * | Out-String | Should -Be $before
    }

    It 'changes a record of other values, and leaves what an empty cell says nothing of' {
        $null = Import-TaskProgress (NewFile (NewRow one @{ CompletionNotes = 'first' }))
        (Import-TaskProgress (NewFile (NewRow one @{ CompetencyImpact = 8 }))).Changed | Should -Be 1
        $now = Get-TaskProgress
        $now.CompetencyImpact, $now.CompletionNotes | Should -Be 8, 'first'
    }

    It 'takes its own export, under every dialect' {
        $null = Import-TaskProgress $samples -CreateCustomer
        $file = Join-Path $TestDrive 'export.csv'
        Get-TaskProgress | Export-ProgressCsv $file -Dialect Excel -Culture de-DE
        (Import-TaskProgress $file -Dialect Excel -Culture de-DE).Duplicate | Should -Be 609
        Get-TaskProgress | Export-ProgressCsv $file
        (Import-TaskProgress $file).Duplicate | Should -Be 609
    }

    It 'reads JSON with the seed''s names, and several files' {
        '[{"Customer ID":"CUST_02","Task Name":"Call them","Status":"in_progress"}]' | Set-Content -LiteralPath (Join-Path $TestDrive 'a[1].json')
        (Import-TaskProgress -LiteralPath (Join-Path $TestDrive 'a[1].json')).Imported | Should -Be 1
        $null = NewFile (NewRow two) 'wild-2.csv'
        $null = NewFile (NewRow three) 'wild-3.csv'
        (Import-TaskProgress (Join-Path $TestDrive 'wild-?.csv')).Imported | Should -Be 1, 1
        (Get-ChildItem $TestDrive -Filter wild-*.csv | Import-TaskProgress).Duplicate | Should -Be 1, 1
    }

    It 'refuses a file with <Case> as a whole, and says file, line, field, value and what is allowed' -ForEach @(
        @{ Case = 'an impact of eleven'; Change = @{ CompetencyImpact = 11 }; Says = "line 3, CompetencyImpact '11': *a whole number from 1 to 10*" }
        @{ Case = 'an unknown option'; Change = @{ Status = 'done' }; Says = "line 3, Status 'done': *not_started, in_progress, completed, skipped*" }
        @{ Case = 'a date without completion'; Change = @{ Status = 'skipped' }; Says = "line 3, CompletedDate '2026-10-01': Status is 'skipped'*" }
        @{ Case = 'a date that is none'; Change = @{ CompletedDate = '03/04/2026' }; Says = "line 3, CompletedDate '03/04/2026': *yyyy-MM-dd*" }
        @{ Case = 'an unknown customer'; Change = @{ CustomerId = 'CUST_77' }; Says = "line 3, CustomerId 'CUST_77': *-CreateCustomer*" }
        @{ Case = 'a note of 200,000 characters'; Change = @{ CompletionNotes = 'x' * 200000 }; Says = "line 3, CompletionNotes 'xxx*': it has 200,000 characters; allowed: text of up to 100,000 characters*" }
    ) {
        $file = NewFile (NewRow one), (NewRow two $Change)
        { Import-TaskProgress $file -ErrorAction Stop } | Should -Throw "$file, $Says" -ErrorId 'InvalidRow,*'
        Get-TaskProgress | Should -BeNullOrEmpty
    }

    It 'refuses a file without a column that is needed' {
        'CustomerId,Status', 'CUST_02,completed' | Set-Content ($file = Join-Path $TestDrive 'short.csv')
        { Import-TaskProgress $file -ErrorAction Stop } | Should -Throw -ErrorId 'MissingColumn,*'
    }

    It 'skips unsound rows where asked to, and writes them to a file' {
        $rejects = Join-Path $TestDrive 'rejects.csv'
        $summary = Import-TaskProgress (NewFile (NewRow one), (NewRow two @{ Status = 'done' })) -SkipInvalid -RejectPath $rejects
        $summary.Imported, $summary.Invalid | Should -Be 1, 1
        $summary.Problems[0].Field | Should -Be Status
        (Import-Csv $rejects).TaskId | Should -Be two
    }

    It 'never lets the rejects of one file replace those of another' {
        $rejects = Join-Path $TestDrive 'one.csv'
        { Import-TaskProgress (NewFile (NewRow a @{ Status = 'x' })), (NewFile (NewRow b @{ Status = 'x' })) -SkipInvalid -RejectPath $rejects } | Should -Throw -ErrorId 'RejectPathTaken,*'
        (Import-Csv $rejects).TaskId | Should -Be a
    }

    It 'prints the full summary under -WhatIf, and writes nothing' {
        $summary = Import-TaskProgress $samples -CreateCustomer -WhatIf
        $summary.WhatIf, $summary.Imported, $summary.CustomersCreated | Should -Be $true, 609, 39
        Get-TaskProgress | Should -BeNullOrEmpty
        (Get-Customer).CustomerId | Should -Be CUST_02
    }
}
