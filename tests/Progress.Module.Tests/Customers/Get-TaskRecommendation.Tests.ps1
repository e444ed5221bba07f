BeforeAll {
    . $PSScriptRoot/../SampleStore.ps1
    $catalog = Get-TaskCatalog
}

Describe 'Get-TaskRecommendation' {
    It 'gives five open tasks that wait for none, best first' {
        $tasks = Get-TaskRecommendation CUST_02 -AsOf $customersAsOf
        $tasks[0].PSObject.TypeNames[0] | Should -Be 'Progress.Customers.TaskRecommendation'
        $tasks.Place | Should -Be (1..5)
        $tasks.Score | Should -Be ($tasks.Score | Sort-Object -Descending)
        $done = (Get-TaskProgress CUST_02 -Status completed).TaskId
        $skipped = (Get-TaskProgress CUST_02 -Status skipped).TaskId
        foreach ($task in $tasks) {
            $task.TaskId | Should -Not -BeIn ($done + $skipped)
            foreach ($needed in ($catalog | Where-Object TaskId -eq $task.TaskId).DependsOn) { $needed | Should -BeIn $done }
        }
        (Get-CustomerProgress CUST_02 -AsOf $customersAsOf).NextRecommendedTasks | Should -Be $tasks.TaskName
    }

    It 'scores as the formula says' {
        $best = Get-TaskRecommendation CUST_02 -Top 1 -AsOf $customersAsOf -Explain
        $customer = Get-CustomerProgress CUST_02 -AsOf $customersAsOf
        $task = $catalog | Where-Object TaskId -eq $best.TaskId
        $asked = ($catalog | Where-Object { $_.Milestone -eq $customer.CurrentMilestone -and $_.CompetencyArea -eq $task.CompetencyArea } | Measure-Object CompetencyImpact -Sum).Sum
        $gap = [math]::Max(0.0, 1 - $customer.CompetencyGains.($task.CompetencyArea) / $asked)
        $score = 4 * @{ critical = 4; high = 3; medium = 2; low = 1 }[$task.PriorityLevel] + 3 * $gap * 4 +
            2 * 4 * ($task.Milestone -eq $customer.CurrentMilestone) + 4 * ($task.PlatformTool -in $customer.PreferredTools)
        [double] $best.Score | Should -BeGreaterThan ($score - 1e-6)
        [double] $best.Score | Should -BeLessThan ($score + 1e-6)
        ($best.Explanation | Measure-Object Amount -Sum).Sum | Should -Be ([double] $best.Score)
        $best.Explanation.Count | Should -Be 4
    }

    It 'weighs as the settings say' {
        $before = Get-TaskRecommendation CUST_02 -Top 1 -AsOf $customersAsOf
        Set-ProgressSetting customers.weights.priority 0
        try {
            (Get-TaskRecommendation CUST_02 -Top 60 -AsOf $customersAsOf | Where-Object TaskId -eq $before.TaskId).Score | Should -BeLessThan $before.Score
        }
        finally {
            Set-ProgressSetting customers.weights.priority 4
        }
    }

    It 'answers for several customers, and for all' {
        (Get-Customer CUST_0[12] | Get-TaskRecommendation -Top 2 -AsOf $customersAsOf).CustomerId | Should -Be CUST_01, CUST_01, CUST_02, CUST_02
        (Get-TaskRecommendation -Top 1 -AsOf $customersAsOf).Count | Should -Be 40
    }

    It 'refuses fewer than one, and answers an unknown customer with an error' {
        { Get-TaskRecommendation CUST_02 -Top 0 -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidTop,*'
        { Get-TaskRecommendation nobody -ErrorAction Stop } | Should -Throw -ErrorId 'CustomerNotFound,*'
    }
}
