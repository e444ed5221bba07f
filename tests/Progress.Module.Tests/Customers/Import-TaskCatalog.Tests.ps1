BeforeAll {
    $samples = Join-Path (Get-Module Progress).ModuleBase 'samples/task-catalog.csv'
    function NewTask($id = 'task-1', $change = @{}) {
        $task = [ordered]@{
            TaskId = $id; TaskName = "Name of $id"; TaskSource = 'custom'; StageMilestone = 'Key Hires'; CompetencyArea = 'general'
            PriorityLevel = 'high'; PlatformTool = 'none'; CompetencyImpact = 3; DependsOn = ''
        }
        foreach ($key in $change.Keys) { $task[$key] = $change[$key] }
        [pscustomobject]$task
    }

    function NewFile([object[]] $tasks, $name = "$(New-Guid).csv") {
        $tasks | Export-Csv ($file = Join-Path $TestDrive $name)
        $file
    }
}

Describe 'Import-TaskCatalog' {
    BeforeEach {
        $env:PROGRESS_STORE = Join-Path $TestDrive "$(New-Guid).db"
    }

    It 'gives a summary that adds up, and changes nothing the second time' {
        $first = Import-TaskCatalog $samples
        $first.PSObject.TypeNames[0] | Should -Be 'Progress.Customers.TaskImportSummary'
        $first.Source, $first.Read, $first.Imported | Should -Be $samples, 60, 60
        $second = Import-TaskCatalog $samples
        $second.Imported, $second.Changed, $second.Duplicate | Should -Be 0, 0, 60
        (Get-TaskCatalog).TaskId | Should -Be (Import-Csv $samples).TaskId
    }

    It 'changes a task of other values, and keeps those that the file does not have' {
        $null = Import-TaskCatalog (NewFile (NewTask one), (NewTask two))
        $summary = Import-TaskCatalog (NewFile (NewTask two @{ CompetencyImpact = 7 }))
        $summary.Changed | Should -Be 1
        (Get-TaskCatalog).CompetencyImpact | Should -Be 3, 7
    }

    It 'lists stages that mean no milestone' {
        $summary = Import-TaskCatalog (NewFile (NewTask one @{ StageMilestone = 'Series A' }), (NewTask two))
        $summary.Imported | Should -Be 2
        $summary.UnmappedMilestones | Should -Be 'Series A'
    }

    It 'reads JSON, files of wildcards, literal paths and files of the pipeline' {
        NewTask one | ConvertTo-Json -AsArray | Set-Content -LiteralPath (Join-Path $TestDrive 'one[1].json')
        (Import-TaskCatalog -LiteralPath (Join-Path $TestDrive 'one[1].json')).Imported | Should -Be 1
        $null = NewFile (NewTask two) 'wild-2.csv'
        $null = NewFile (NewTask three) 'wild-3.csv'
        (Import-TaskCatalog (Join-Path $TestDrive 'wild-?.csv')).Imported | Should -Be 1, 1
        (Get-ChildItem $TestDrive -Filter wild-*.csv | Import-TaskCatalog).Duplicate | Should -Be 1, 1
    }

    It 'refuses a file with <Case> as a whole, and says file, line, field, value and what is allowed' -ForEach @(
        @{ Case = 'an impact of eleven'; Change = @{ CompetencyImpact = 11 }; Says = "line 3, CompetencyImpact '11': *a whole number from 1 to 10*" }
        @{ Case = 'an unknown option'; Change = @{ CompetencyArea = 'charm' }; Says = "line 3, CompetencyArea 'charm': *customerAnalysis, valueCommunication, executiveReadiness, general*" }
        @{ Case = 'no priority'; Change = @{ PriorityLevel = '' }; Says = "line 3, PriorityLevel '': *critical, high, medium, low*" }
        @{ Case = 'a dependency that is nowhere'; Change = @{ DependsOn = 'none-such' }; Says = "line 3, DependsOn 'none-such': *" }
    ) {
        $file = NewFile (NewTask one), (NewTask two $Change)
        { Import-TaskCatalog $file -ErrorAction Stop } | Should -Throw "$file, $Says" -ErrorId 'InvalidRow,*'
        Get-TaskCatalog | Should -BeNullOrEmpty
    }

    It 'refuses tasks that wait for each other' {
        { Import-TaskCatalog (NewFile (NewTask one @{ DependsOn = 'two' }), (NewTask two @{ DependsOn = 'one' })) -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidRow,*'
    }

    It 'skips unsound rows where asked to, and writes them to a file' {
        $rejects = Join-Path $TestDrive 'rejects.csv'
        $summary = Import-TaskCatalog (NewFile (NewTask one), (NewTask two @{ CompetencyImpact = 0 })) -SkipInvalid -RejectPath $rejects
        $summary.Imported, $summary.Invalid | Should -Be 1, 1
        $summary.Problems[0].Field | Should -Be CompetencyImpact
        (Import-Csv $rejects).TaskId | Should -Be two
    }

    It 'prints the full summary under -WhatIf, and writes nothing' {
        $summary = Import-TaskCatalog $samples -WhatIf
        $summary.WhatIf, $summary.Imported | Should -Be $true, 60
        Get-TaskCatalog | Should -BeNullOrEmpty
    }

    It 'answers a missing file with an error, and imports the others' {
        (Import-TaskCatalog (Join-Path $TestDrive none.csv), $samples -ErrorAction SilentlyContinue -ErrorVariable problems).Imported | Should -Be 60
        $problems.FullyQualifiedErrorId | Should -Be 'FileNotFound,Progress.Commands.ImportTaskCatalogCommand'
    }
}
