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
        Test-ProgressStore -Store $demo.StorePath -Quiet | Should -BeTrue
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
