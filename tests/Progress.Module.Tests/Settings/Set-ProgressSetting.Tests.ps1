BeforeAll {
    $env:PROGRESS_STORE = Join-Path $TestDrive 'store/progress.db'
    Push-Location (New-Item -ItemType Directory (Join-Path $TestDrive 'work'))
}

AfterAll {
    Pop-Location
}

Describe 'Set-ProgressSetting' {
    It 'sets a value silently, in the file beside the store' {
        Set-ProgressSetting timeZone Europe/Berlin | Should -BeNullOrEmpty
        $setting = Get-ProgressSetting timeZone
        $setting.Value | Should -Be 'Europe/Berlin'
        $setting.Source | Should -Be (Join-Path $TestDrive 'store/progress.settings.json')
    }

    It 'shows the setting when asked to' {
        (Set-ProgressSetting requireReason $true -PassThru).Value | Should -BeExactly $true
    }

    It 'sets a list' {
        (Set-ProgressSetting workingHours.days mon, tue -PassThru).Value | Should -Be 'mon', 'tue'
    }

    It 'goes back to the default' {
        Set-ProgressSetting timeZone Asia/Kolkata
        (Set-ProgressSetting timeZone -Default -PassThru).Value | Should -Be 'UTC'
    }

    It 'takes the setting from the pipeline' {
        Get-ProgressSetting documentation.folder | Set-ProgressSetting -Value papers
        (Get-ProgressSetting documentation.folder).Value | Should -Be 'papers'
    }

    It 'changes the file that holds, and nothing else in it' {
        Set-Content progress.settings.json "{`n  `"timeZone`": `"UTC`",`n  `"requireReason`": true`n}"
        Set-ProgressSetting timeZone Europe/Paris
        Get-Content progress.settings.json -Raw | Should -Be "{`n  `"timeZone`": `"Europe/Paris`",`n  `"requireReason`": true`n}`n"
        Remove-Item progress.settings.json
    }

    It 'refuses a value that is not allowed, and says what is' {
        { Set-ProgressSetting timeZone Berlin -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidSettings,*' -ExpectedMessage '*IANA*'
    }

    It 'refuses of customers and Airtable <Name>' -ForEach @(
        @{ Name = 'airtable.tables.customerAsset'; Value = '{ "fields": { "Customer ID": "Cust{omer" } }'; Says = '*"Cust{omer" is not a field''s name*' }
        @{ Name = 'customers.milestones'; Value = '{ "Series A": "Revenue" }'; Says = '*"Revenue" is no milestone. Allowed: Product_Launch*' }
        @{ Name = 'customers.weights.priority'; Value = -1; Says = '*a number from 0 to 1000*' }
    ) {
        { Set-ProgressSetting $Name $Value -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidSettings,*' -ExpectedMessage $Says
    }

    It 'refuses an unknown setting' {
        { Set-ProgressSetting nothing 1 -ErrorAction Stop } | Should -Throw -ErrorId 'UnknownSetting,*'
    }

    It 'changes nothing under -WhatIf' {
        Set-ProgressSetting timeZone Europe/Rome -WhatIf
        (Get-ProgressSetting timeZone).Value | Should -Not -Be 'Europe/Rome'
    }

    It 'refuses under -WhatIf what it would refuse' {
        { Set-ProgressSetting timeZone Berlin -WhatIf -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidSettings,*'
        { Set-ProgressSetting nothing 1 -WhatIf -ErrorAction Stop } | Should -Throw -ErrorId 'UnknownSetting,*'
    }
}
