BeforeAll {
    . $PSScriptRoot/../SampleStore.ps1
    $out = New-Item -ItemType Directory (Join-Path $TestDrive 'out')
}

Describe 'New-RepReport' {
    It 'writes Markdown to the pipeline, for the team and for one rep' {
        New-RepReport -AsOf $asOf | Should -BeLike '# Team progress*'
        New-RepReport 'Kaya Novak' -AsOf $asOf | Should -BeLike '# Kaya Novak*'
        (New-RepReport -Format Csv -AsOf $asOf | ConvertFrom-Csv).Name | Sort-Object | Should -Be ((Get-Rep).Name | Sort-Object)
    }

    It 'writes the file that -Path names, and writes the file''s object' {
        $file = New-RepReport -Path (Join-Path $out 'team.html') -AsOf $asOf
        $file | Should -BeOfType System.IO.FileInfo
        Get-Content $file -TotalCount 1 | Should -BeLike '<!doctype html>*'
        (New-RepReport -Path (Join-Path $out 'team.csv') -AsOf $asOf | Get-Content -TotalCount 1) | Should -BeLike 'Name,*'
        (New-RepReport -Path (Join-Path $out 'team.txt') -Format Markdown -AsOf $asOf | Get-Content -TotalCount 1) | Should -Be '# Team progress'
    }

    It 'writes the same twice' {
        New-RepReport -AsOf $asOf | Should -Be (New-RepReport -AsOf $asOf)
    }

    It 'writes CSV for Excel' {
        $file = New-RepReport -Path (Join-Path $out 'excel.csv') -Dialect Excel -Culture de-DE -AsOf $asOf
        [IO.File]::ReadAllBytes($file)[0..2] | Should -Be 0xEF, 0xBB, 0xBF
        Get-Content $file -TotalCount 1 | Should -BeLike '*;*'
    }

    It 'writes a card for each rep of the pipeline' {
        $files = Get-Rep tara* | New-RepReport -Path { Join-Path $out "$($_.Name).md" } -AsOf $asOf
        $files.Name | Should -Be 'Tara Tanaka.md', 'Tara Usman.md'
        Get-Content $files[1] -TotalCount 1 | Should -Be '# Tara Usman'
        (New-RepReport tara* -AsOf $asOf).Count | Should -Be 2
    }

    It 'says nothing of an empty pipeline' {
        Get-Rep zz* | New-RepReport | Should -BeNullOrEmpty
        New-RepReport zz* | Should -BeNullOrEmpty
    }

    It 'never lets one card replace another' {
        { Get-Rep tara* | New-RepReport -Path (Join-Path $out 'one.md') -AsOf $asOf } | Should -Throw -ErrorId 'ReportPathTaken,Progress.Commands.NewRepReportCommand'
        Get-Content (Join-Path $out 'one.md') -TotalCount 1 | Should -Be '# Tara Tanaka'
    }

    It 'writes nothing under -WhatIf' {
        New-RepReport -Path (Join-Path $out 'whatif.md') -WhatIf | Should -BeNullOrEmpty
        Join-Path $out 'whatif.md' | Should -Not -Exist
    }

    It 'refuses a file that says nothing of its kind, a folder that is not there, and an unknown rep' {
        { New-RepReport -Path (Join-Path $out 'team.doc') -ErrorAction Stop } | Should -Throw -ErrorId 'UnknownReportKind,*'
        { New-RepReport -Path (Join-Path $out 'no/team.md') -ErrorAction Stop } | Should -Throw -ErrorId 'OutputFailed,*'
        { New-RepReport nobody -ErrorAction Stop } | Should -Throw -ErrorId 'RepNotFound,*'
    }

    It 'completes names and formats' {
        (TabExpansion2 'New-RepReport kay').CompletionMatches.CompletionText | Should -Be "'Kaya Novak'"
        (TabExpansion2 'New-RepReport -Format H').CompletionMatches.CompletionText | Should -Be 'Html'
    }
}
