BeforeAll {
    . $PSScriptRoot/../SampleStore.ps1
    $path = Join-Path $TestDrive 'out.csv'
}

Describe 'Export-ProgressCsv' {
    It 'writes our objects in documented order, and reads back to the same values' {
        $metrics = Get-RepMetric -AsOf $asOf
        $metrics | Export-ProgressCsv $path | Should -BeNullOrEmpty
        Get-Content $path -TotalCount 1 | Should -Be 'RepId,Name,Metric,Value,Numerator,Denominator,From,To,Low,High,Tier,Ramp'
        $rows = Import-Csv $path
        $rows.Count | Should -Be $metrics.Count
        for ($i = 0; $i -lt $rows.Count; $i++) {
            $rows[$i].Name | Should -Be $metrics[$i].Name
            if ($null -eq $metrics[$i].Value) { $rows[$i].Value | Should -BeNullOrEmpty }
            else { [double]::Parse($rows[$i].Value, [cultureinfo]::InvariantCulture) | Should -Be $metrics[$i].Value }
            $rows[$i].To | Should -Be $metrics[$i].To.ToString('yyyy-MM-dd')
        }
    }

    It 'writes the columns that were added to our objects, last' {
        $lines = Get-Rep 'Kaya Novak' | Add-Member Team North -PassThru | Export-ProgressCsv
        $lines[0] | Should -BeLike 'RepId,Name,*,Team'
        $lines[1] | Should -BeLike '*,North'
    }

    It 'gives a line per object without a path' {
        [pscustomobject]@{ A = 1; B = 'x,y' }, [pscustomobject]@{ A = $null; B = "two`nlines" } | Export-ProgressCsv |
            Should -Be 'A,B', '1,"x,y"', ",`"two`nlines`""
    }

    It 'takes selected objects, dictionaries and plain values' {
        (Get-Rep 'Kaya Novak' | Select-Object Name, TimeZone | Export-ProgressCsv) | Should -Be 'Name,TimeZone', 'Kaya Novak,America/New_York'
        ([ordered]@{ One = 1; Two = 2 } | Export-ProgressCsv) | Should -Be 'One,Two', '1,2'
        (1, 'a' | Export-ProgressCsv) | Should -Be 'Value', '1', 'a'
    }

    It 'joins lists with semicolons, and writes times in UTC' {
        $time = [datetime]::new(2026, 9, 30, 14, 5, 0, [DateTimeKind]::Utc)
        ([pscustomobject]@{ List = 'a', 'b'; Time = $time; Flag = $true } | Export-ProgressCsv)[1] | Should -Be 'a;b,2026-09-30T14:05:00Z,true'
    }

    It 'writes for a spreadsheet of a culture' {
        [pscustomobject]@{ Text = '=1+1'; Number = -1.5; Apostrophe = "'x" } | Export-ProgressCsv $path -Dialect Excel -Culture de-DE
        $bytes = [IO.File]::ReadAllBytes($path)
        $bytes[0..2] | Should -Be 0xEF, 0xBB, 0xBF
        Get-Content $path -Raw | Should -Be "Text;Number;Apostrophe`r`n'=1+1;-1,5;''x`r`n"
    }

    It 'writes no byte order mark for programs' {
        Get-Rep | Export-ProgressCsv $path
        [IO.File]::ReadAllBytes($path)[0] | Should -Be ([byte][char]'R')
    }

    It 'passes objects on when asked to' {
        $passed = Get-Rep | Export-ProgressCsv $path -PassThru
        $passed.Name | Should -Be (Get-Rep).Name
        (Import-Csv $path).Name | Should -Be (Get-Rep).Name
    }

    It 'warns once of values for which the first object has no column' {
        [pscustomobject]@{ A = 1 }, [pscustomobject]@{ A = 2; B = 3 }, [pscustomobject]@{ B = 4 } |
            Export-ProgressCsv -WarningVariable warnings -WarningAction SilentlyContinue | Should -Be 'A', '1', '2', '""'
        $warnings | Should -HaveCount 1
        $warnings[0] | Should -BeLike '*no B*'
    }

    It 'takes paths literally, relative to the current location' {
        Push-Location TestDrive:/
        try {
            1 | Export-ProgressCsv './a[1].csv'
            1 | Export-ProgressCsv -LiteralPath './b[1].csv'
        }
        finally {
            Pop-Location
        }

        Test-Path -LiteralPath (Join-Path $TestDrive 'a[1].csv'), (Join-Path $TestDrive 'b[1].csv') | Should -Be $true, $true
    }

    It 'leaves an empty file where there is nothing to write' {
        Set-Content $path old
        Get-Rep zz* | Export-ProgressCsv $path
        (Get-Item $path).Length | Should -Be 0
    }

    It 'leaves the old file as it is when the pipeline fails, and when it is only tried' {
        Set-Content $path old
        { & { 1; throw 'half way' } | Export-ProgressCsv $path } | Should -Throw 'half way'
        1 | Export-ProgressCsv $path -WhatIf
        Get-Content $path | Should -Be 'old'
        (Get-ChildItem $TestDrive -Filter 'out.csv*').Count | Should -Be 1
    }

    It 'refuses a folder that does not exist' {
        { 1 | Export-ProgressCsv (Join-Path $TestDrive 'none/out.csv') } | Should -Throw -ErrorId 'OutputFailed,*'
    }

    It 'refuses the name of no culture' {
        { 1 | Export-ProgressCsv -Dialect Excel -Culture xx-YYYY } | Should -Throw -ExpectedMessage "*'xx-YYYY' is no culture*"
        1.5 | Export-ProgressCsv -Dialect Excel -Culture ([cultureinfo]'de-DE') | Should -Be 'Value', '1,5'
    }

    It 'refuses a path of another provider' {
        { 1 | Export-ProgressCsv env:/x } | Should -Throw -ErrorId 'NotAFile,*'
    }

    It 'completes dialects' {
        (TabExpansion2 'Export-ProgressCsv -Dialect e').CompletionMatches.CompletionText | Should -Be 'Excel'
    }
}
