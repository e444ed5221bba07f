BeforeAll {
    . $PSScriptRoot/../SampleStore.ps1

    function NewRow($name) {
        [pscustomobject]@{ RepId = "$(New-Guid)"; Name = $name; TimeZone = ''; RedHawkId = ''; StartDate = '' }
    }
}

Describe 'New-Rep' {
    It 'adds a rep and writes it' {
        $rep = New-Rep 6a1f0d52-93c1-4f0e-8f3a-2b7c5d9e4a10 'Ana Silva' -TimeZone America/Sao_Paulo -RedHawkId 77 -StartDate 2026-09-14
        $rep.PSObject.TypeNames[0] | Should -Be 'Progress.Reps.Rep'
        "$($rep.RepId)", $rep.Name, $rep.TimeZone, $rep.RedHawkId, $rep.StartDate.ToString('yyyy-MM-dd') |
            Should -Be '6a1f0d52-93c1-4f0e-8f3a-2b7c5d9e4a10', 'Ana Silva', 'America/Sao_Paulo', '77', '2026-09-14'
        (Get-Rep 'Ana Silva').RepId | Should -Be $rep.RepId
    }

    It 'takes the rows of a file, and an empty cell for nothing' {
        $file = Join-Path (Get-Module Progress).ModuleBase 'samples/reps.csv'
        $store = Join-Path $TestDrive 'new.db'
        $added = Import-Csv $file | New-Rep -Store $store
        $added.Count | Should -Be (Import-Csv $file).Count
        ($added | Where-Object Name -eq 'Kaya Novak').TimeZone | Should -Be 'America/New_York'
        ($added | Where-Object Name -eq 'Kaya Novak').StartDate | Should -BeNullOrEmpty
        (NewRow 'Bo' | New-Rep).RedHawkId | Should -BeNullOrEmpty
    }

    It 'takes the reps of another store' {
        $store = Join-Path $TestDrive 'copy.db'
        (Get-Rep | New-Rep -Store $store).RepId | Should -Be (Get-Rep).RepId
    }

    It 'answers a bad row with an error, and adds the others' {
        $rows = (NewRow 'One'), (NewRow 'Two'), (NewRow 'Three'), (NewRow 'Four'), (NewRow 'Five')
        $rows[1].RepId = '123'
        $rows[2].StartDate = '03/04/2026'
        $rows[3].TimeZone = 'Mars/Olympus'
        $added = $rows | New-Rep -ErrorAction SilentlyContinue -ErrorVariable problems
        $added.Name | Should -Be 'One', 'Five'
        $problems.FullyQualifiedErrorId | Should -Be @(
            'ParameterArgumentTransformationError,Progress.Commands.NewRepCommand'
            'ParameterArgumentTransformationError,Progress.Commands.NewRepCommand'
            'InvalidTimeZone,Progress.Commands.NewRepCommand')
        $problems[0].Exception.Message | Should -BeLike "*'123' is not a UUID*"
        $problems[1].Exception.Message | Should -BeLike '*ISO 8601*'
    }

    It 'refuses a rep who is there, and one with the academy id of another' {
        $rep = Get-Rep 'Kaya Novak'
        { New-Rep $rep.RepId -ErrorAction Stop } | Should -Throw -ErrorId 'RepExists,Progress.Commands.NewRepCommand'
        { New-Rep (New-Guid) -RedHawkId $rep.RedHawkId -ErrorAction Stop } | Should -Throw -ErrorId 'RedHawkIdTaken,*'
    }

    It 'adds nobody under -WhatIf, and says what is wrong all the same' {
        $before = (Get-Rep).Count
        New-Rep (New-Guid) 'Nobody New' -WhatIf | Should -BeNullOrEmpty
        { New-Rep (Get-Rep 'Kaya Novak').RepId -WhatIf -ErrorAction Stop } | Should -Throw -ErrorId 'RepExists,*'
        (Get-Rep).Count | Should -Be $before
    }
}
