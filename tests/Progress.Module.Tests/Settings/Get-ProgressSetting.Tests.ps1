BeforeAll {
    $env:PROGRESS_STORE = Join-Path $TestDrive 'store/progress.db'
    Push-Location (New-Item -ItemType Directory (Join-Path $TestDrive 'work/deep'))
}

AfterAll {
    Pop-Location
}

Describe 'Get-ProgressSetting' {
    It 'lists every setting with its default where no file sets one' {
        $settings = Get-ProgressSetting
        $settings.Name | Should -Contain 'timeZone'
        $settings.Source | Select-Object -Unique | Should -Be 'default'
        $settings | ForEach-Object { $_.Allowed | Should -Not -BeNullOrEmpty }
    }

    It 'finds the nearest file upwards from the current location' {
        Set-Content ../progress.settings.json '{ "timeZone": "Europe/Berlin" }'
        $setting = Get-ProgressSetting timeZone
        $setting.Value | Should -Be 'Europe/Berlin'
        $setting.Default | Should -Be 'UTC'
        $setting.Source | Should -Be (Join-Path $TestDrive 'work/progress.settings.json')
        Remove-Item ../progress.settings.json
    }

    It 'takes wildcards and the pipeline' {
        (Get-ProgressSetting workingHours.*).Count | Should -Be 3
        ('timeZone', 'requireReason' | Get-ProgressSetting).Name | Should -Be 'timeZone', 'requireReason'
    }

    It 'answers an unknown name with an error, an unknown pattern with silence' {
        $found = Get-ProgressSetting nothing, timeZone -ErrorAction SilentlyContinue -ErrorVariable problems
        $found.Name | Should -Be 'timeZone'
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'UnknownSetting,*'
        Get-ProgressSetting nothing* | Should -BeNullOrEmpty
    }

    It 'completes names' {
        (TabExpansion2 'Get-ProgressSetting time').CompletionMatches[0].CompletionText | Should -Be 'timeZone'
    }

    It 'ends on a file with an unknown key, and names its line' {
        Set-Content ../progress.settings.json "{`n  `"timezone`": `"UTC`"`n}"
        { Get-ProgressSetting } | Should -Throw -ErrorId 'InvalidSettings,*' -ExpectedMessage '*:2:*timezone*'
        Remove-Item ../progress.settings.json
    }
}
