BeforeAll {
    . $PSScriptRoot/../SampleStore.ps1
    $out = New-Item -ItemType Directory (Join-Path $TestDrive 'out')
}

Describe 'New-CustomerReport' {
    It 'writes Markdown to the pipeline, for all and for one' {
        $all = New-CustomerReport -AsOf $customersAsOf
        $all | Should -BeLike '# Customer progress*'
        foreach ($part in 'Behavioural assessment', 'Competency gains', 'Milestone progression', 'Platform tool usage', 'Recommendations') { $all | Should -BeLike "*## $part*" }
        New-CustomerReport birchline -AsOf $customersAsOf | Should -BeLike '# Birchline (CUST_02)*'
        (New-CustomerReport -Format Csv -AsOf $customersAsOf | ConvertFrom-Csv).CustomerId | Should -Be (Get-Customer).CustomerId
    }

    It 'writes the file that -Path names, and writes the file''s object' {
        $file = New-CustomerReport -Path (Join-Path $out 'customers.html') -AsOf $customersAsOf
        $file | Should -BeOfType System.IO.FileInfo
        Get-Content $file -TotalCount 1 | Should -BeLike '<!doctype html>*'
        New-CustomerReport -Path (Join-Path $out 'customers.csv') -Dialect Excel -Culture de-DE -AsOf $customersAsOf | Get-Content -TotalCount 1 | Should -BeLike '*CustomerId;*'
    }

    It 'writes the same twice, and what the demo wrote' {
        New-CustomerReport -AsOf $customersAsOf | Should -Be (New-CustomerReport -AsOf $customersAsOf)
        New-CustomerReport -AsOf $customersAsOf | Should -Be (Get-Content ($demo.Reports -like '*customers.md') -Raw)
    }

    It 'writes a report on each customer of the pipeline' {
        $files = Get-Customer CUST_0[12] | New-CustomerReport -Path { Join-Path $out "$($_.CustomerId).md" } -AsOf $customersAsOf
        $files.Name | Should -Be CUST_01.md, CUST_02.md
        Get-Content $files[1] -TotalCount 1 | Should -Be '# Birchline (CUST_02)'
    }

    It 'refuses one file for several reports' {
        { Get-Customer CUST_0[12] | New-CustomerReport -Path (Join-Path $out 'one.md') -ErrorAction Stop } | Should -Throw -ErrorId 'ReportPathTaken,*'
    }

    It 'answers an unknown customer with an error, and writes the others' {
        New-CustomerReport nobody, CUST_01 -AsOf $customersAsOf -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeLike '# Alder Freight (CUST_01)*'
        $problems.FullyQualifiedErrorId | Should -Be 'CustomerNotFound,Progress.Commands.NewCustomerReportCommand'
    }

    It 'writes nothing under -WhatIf' {
        New-CustomerReport -Path (Join-Path $out 'what-if.md') -WhatIf | Should -BeNullOrEmpty
        Join-Path $out 'what-if.md' | Should -Not -Exist
    }
}
