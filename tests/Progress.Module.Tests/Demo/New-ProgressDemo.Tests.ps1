Describe 'New-ProgressDemo' {
    It 'makes a store and reports in a new folder, relative to the current location' {
        Push-Location TestDrive:/
        try {
            $demo = New-ProgressDemo ./demo
        }
        finally {
            Pop-Location
        }

        $demo.Folder | Should -Be (Join-Path $TestDrive 'demo')
        $demo.StorePath | Should -Exist
        $demo.Reports | ForEach-Object { $_ | Should -Exist }
        (Get-Rep -Store $demo.StorePath).Count | Should -Be $demo.Reps
        (Get-Customer -Store $demo.StorePath).Count | Should -Be $demo.Customers
        (Get-TaskProgress -Store $demo.StorePath).Count | Should -Be $demo.TaskProgress
        Test-ProgressStore -Store $demo.StorePath -Quiet | Should -BeTrue
    }

    It 'takes the last day of customers for theirs, and features who has been quiet for longest' {
        $demo = New-ProgressDemo (Join-Path $TestDrive 'days')
        "$($demo.AsOf.ToString('o')) $($demo.CustomersAsOf.ToString('o'))" | Should -Be '2026-09-30 2026-10-27'
        $customers = Get-CustomerProgress -Store $demo.StorePath -AsOf $demo.CustomersAsOf
        $demo.FeaturedCustomer | Should -Be ($customers | Sort-Object DaysSinceLastCompletion -Descending)[0].CustomerId
        (Get-TaskProgress -Store $demo.StorePath -CompletedAfter $demo.CustomersAsOf) | Should -BeNullOrEmpty
    }

    It 'makes a temporary folder without one' {
        $demo = New-ProgressDemo
        try {
            $demo.Folder | Should -BeLike "$([IO.Path]::GetTempPath())*"
            $demo.StorePath | Should -Exist
        }
        finally {
            Remove-Item $demo.Folder -Recurse
        }
    }

    It 'does not touch the default store' {
        $null = New-ProgressDemo (Join-Path $TestDrive 'other')
        $env:PROGRESS_STORE | Should -Not -Exist
    }

    It 'refuses a folder that is not empty' {
        Set-Content (Join-Path (New-Item -ItemType Directory (Join-Path $TestDrive 'full')) 'file') 1
        { New-ProgressDemo (Join-Path $TestDrive 'full') -ErrorAction Stop } | Should -Throw -ErrorId 'DemoFolderNotEmpty,*'
    }

    It 'makes nothing under -WhatIf' {
        New-ProgressDemo (Join-Path $TestDrive 'what-if') -WhatIf | Should -BeNullOrEmpty
        Join-Path $TestDrive 'what-if' | Should -Not -Exist
    }
}
