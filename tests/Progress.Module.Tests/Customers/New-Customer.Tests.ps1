BeforeAll {
    $samples = Join-Path (Get-Module Progress).ModuleBase 'samples/customers.csv'
}

Describe 'New-Customer' {
    BeforeEach {
        $env:PROGRESS_STORE = Join-Path $TestDrive "$(New-Guid).db"
    }

    It 'adds a customer, and writes it' {
        $added = New-Customer CUST_02 'Birchline' -CurrentMilestone initialPmf -Reason 'signed'
        $added.PSObject.TypeNames[0] | Should -Be 'Progress.Customers.Customer'
        $added.CustomerId, $added.Name, $added.CurrentMilestone, $added.Active, $added.AirtableId | Should -Be 'CUST_02', 'Birchline', 'Initial_PMF', $true, $null
        Get-Customer | Should -Be $added
        (Get-ProgressAudit -Entity customer).Reason | Should -Be 'signed'
    }

    It 'takes the rows of a file, and an empty cell for nothing' {
        $rows = Import-Csv $samples
        $added = $rows | New-Customer
        $added.CustomerId | Should -Be $rows.CustomerId
        $added.Name | Should -Be $rows.Name
        ($added | Where-Object { $null -eq $_.CurrentMilestone }).CustomerId | Should -Be ($rows | Where-Object CurrentMilestone -eq '').CustomerId
    }

    It 'answers a bad one with an error, and adds the others' {
        $rows = 'A', 'not an id', 'A', 'B' | ForEach-Object { [pscustomobject]@{ CustomerId = $_ } }
        $added = $rows | New-Customer -ErrorAction SilentlyContinue -ErrorVariable problems
        $added.CustomerId | Should -Be 'A', 'B'
        $problems.FullyQualifiedErrorId | Should -Be 'InvalidCustomerId,Progress.Commands.NewCustomerCommand', 'CustomerExists,Progress.Commands.NewCustomerCommand'
        "$($problems[0])" | Should -BeLike "CustomerId is 'not an id'; allowed: *"
        $problems[1].CategoryInfo.Category | Should -Be ResourceExists
    }

    It 'refuses a milestone that is none, and says which there are' {
        { New-Customer A -CurrentMilestone Series_A -ErrorAction Stop } |
            Should -Throw "CurrentMilestone is 'Series_A'; allowed: Product_Launch, Initial_PMF, Key_Hires, Scalability_Revenue, User_Base, Scaling_Product, Revenue_Growth, Market_Penetration."
    }

    It 'adds nothing under -WhatIf, and says what is wrong all the same' {
        New-Customer A -WhatIf | Should -BeNullOrEmpty
        { New-Customer '' -WhatIf -ErrorAction Stop } | Should -Throw
        { New-Customer 'a b' -WhatIf -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidCustomerId,*'
        Get-Customer | Should -BeNullOrEmpty
    }

    It 'completes milestones' {
        (TabExpansion2 'New-Customer A -CurrentMilestone Key').CompletionMatches.CompletionText | Should -Be Key_Hires
    }
}
