BeforeAll { . $PSScriptRoot/../SampleStore.ps1 }

Describe 'Get-Customer' {
    It 'lists active customers in order of id' {
        (Get-Customer).CustomerId | Should -Be (1..40 | ForEach-Object { 'CUST_{0:00}' -f $_ })
    }

    It 'finds by id, name and pattern, whatever their case' {
        (Get-Customer cust_02).Name | Should -Be Birchline
        (Get-Customer 'birchline').CustomerId | Should -Be CUST_02
        (Get-Customer CUST_0?).Count | Should -Be 9
        (Get-Customer *robot*).Name | Should -Be 'Fjord Robotics'
        (Get-Customer CUST_03, CUST_01).CustomerId | Should -Be CUST_03, CUST_01
        Get-Customer zzz* | Should -BeNullOrEmpty
    }

    It 'answers an unknown one with an error, and the others' {
        (Get-Customer CUST_01, nobody, CUST_02 -ErrorAction SilentlyContinue -ErrorVariable problems).CustomerId | Should -Be CUST_01, CUST_02
        $problems.FullyQualifiedErrorId | Should -Be 'CustomerNotFound,Progress.Commands.GetCustomerCommand'
        $problems[0].TargetObject | Should -Be nobody
    }

    It 'takes customers of the pipeline, by any object that names one, and nothing from none' {
        (Get-TaskProgress -First 1 | Get-Customer).CustomerId | Should -Be CUST_01
        @() | Get-Customer | Should -BeNullOrEmpty
        Get-Customer @() | Should -BeNullOrEmpty
    }

    It 'pages' {
        (Get-Customer -Skip 2 -First 2).CustomerId | Should -Be CUST_03, CUST_04
    }

    It 'lists inactive ones where asked to, or where they are named' {
        Set-Customer CUST_40 -Active $false
        (Get-Customer).Count | Should -Be 39
        (Get-Customer -IncludeInactive).Count | Should -Be 40
        (Get-Customer CUST_40).Active | Should -BeFalse
        Get-Customer CUST_4* | Should -BeNullOrEmpty
    }

    It 'completes ids, also from a part of a name' {
        (TabExpansion2 'Get-Customer CUST_02').CompletionMatches.CompletionText | Should -Be CUST_02
        (TabExpansion2 'Get-Customer birch').CompletionMatches.CompletionText | Should -Be CUST_02
    }
}
