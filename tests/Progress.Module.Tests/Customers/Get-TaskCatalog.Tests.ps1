BeforeAll {
    . $PSScriptRoot/../SampleStore.ps1
    $rows = Import-Csv (Join-Path (Get-Module Progress).ModuleBase 'samples/task-catalog.csv')
}

Describe 'Get-TaskCatalog' {
    It 'gets the tasks as they were imported' {
        $tasks = Get-TaskCatalog
        $tasks[0].PSObject.TypeNames[0] | Should -Be 'Progress.Customers.CatalogTask'
        foreach ($field in 'TaskId', 'TaskName', 'TaskSource', 'StageMilestone', 'CompetencyArea', 'PriorityLevel', 'PlatformTool', 'CompetencyImpact') {
            $tasks.$field | Should -Be $rows.$field
        }
        $tasks[1].DependsOn | Should -Be 'seed-task-001'
        $tasks[0].Milestone | Should -Be Initial_PMF
    }

    It 'filters by id, milestone, text of a stage, competency and source' {
        (Get-TaskCatalog seed-task-00[12], SEED-TASK-009).TaskId | Should -Be seed-task-001, seed-task-002, seed-task-009
        (Get-TaskCatalog -Milestone Key_Hires).Count | Should -Be ($rows | Where-Object StageMilestone -eq 'Key Hires').Count
        (Get-TaskCatalog -Milestone 'Scalability/Revenue' -Competency general).TaskId |
            Should -Be ($rows | Where-Object { $_.StageMilestone -eq 'Scalability/Revenue' -and $_.CompetencyArea -eq 'general' }).TaskId
        (Get-TaskCatalog -Source seedTasks -First 1).TaskSource | Should -Be Seed_Tasks
    }

    It 'takes tasks of the pipeline' {
        (Get-TaskRecommendation CUST_02 -Top 2 -AsOf $customersAsOf | Get-TaskCatalog).Count | Should -Be 2
        @() | Get-TaskCatalog | Should -BeNullOrEmpty
    }

    It 'answers an unknown task with an error, and the others' {
        (Get-TaskCatalog seed-task-001, none-such -ErrorAction SilentlyContinue -ErrorVariable problems).TaskId | Should -Be seed-task-001
        $problems.FullyQualifiedErrorId | Should -Be 'TaskNotFound,Progress.Commands.GetTaskCatalogCommand'
    }

    It 'refuses an option that is none' {
        { Get-TaskCatalog -Competency charm -ErrorAction Stop } | Should -Throw "*'charm'; allowed: customerAnalysis*" -ErrorId 'InvalidOption,*'
    }

    It 'completes ids, also from names, and milestones with the texts of the catalogue' {
        (TabExpansion2 'Get-TaskCatalog seed-task-00').CompletionMatches.Count | Should -Be 9
        (TabExpansion2 "Get-TaskCatalog 'board update 4'").CompletionMatches.CompletionText | Should -Contain seed-task-004
        (TabExpansion2 'Get-TaskCatalog -Milestone Key').CompletionMatches.CompletionText | Should -Be Key_Hires, "'Key Hires'"
    }
}
