BeforeAll {
    . $PSScriptRoot/../SampleStore.ps1
    function Complete([string] $Line) { (TabExpansion2 $Line).CompletionMatches.CompletionText }
}

Describe 'Completion' {
    It 'completes names of reps for <_>' -ForEach (Get-Command -Module Progress -ParameterName Rep).Name {
        Complete "$_ -Rep Kay" | Should -Be "'Kaya Novak'"
    }

    It 'completes ids of customers for <_>' -ForEach (Get-Command -Module Progress -ParameterName Customer).Name {
        Complete "$_ -Customer CUST_02" | Should -Be CUST_02
        Complete "$_ -Customer birch" | Should -Be CUST_02
    }

    It 'goes on in a quoted name' {
        Complete "Get-Rep 'kaya n" | Should -Be "'Kaya Novak'"
    }

    It 'lists names that begin with the word, else those that contain it' {
        Complete 'Get-Rep k' | Should -Contain "'Kaya Novak'"
        Complete 'Get-Rep k' | Should -Not -Contain "'Łukasz Khan'"
        Complete 'Get-Rep khan' | Should -Be "'Łukasz Khan'"
    }

    It 'takes the store that is typed, relative to the current location' {
        $null = Connect-ProgressStore (Join-Path $TestDrive 'empty.db')
        Push-Location $demo.Folder
        try {
            Complete 'Get-Rep -Store ./progress.db -Rep kay' | Should -Be "'Kaya Novak'"
        }
        finally {
            Pop-Location
            Disconnect-ProgressStore
        }
    }

    It 'completes a name that two reps have to their ids' {
        $path = (Backup-ProgressStore (Join-Path $TestDrive 'twins.db')).Path
        Set-Rep 'Tara Usman' -Name 'Tara Tanaka' -Store $path
        $ids = Complete "Get-Rep -Store '$path' -Rep 'tara t"
        $ids | Sort-Object | Should -Be ((Get-Rep 'Tara Tanaka' -Store $path).RepId.ForEach{ "$_" } | Sort-Object)
    }

    It 'completes <Line>' -ForEach @(
        @{ Line = 'Add-RepActivity -Kind appointment_h'; Text = 'appointment_held' }
        @{ Line = 'Get-RepLeaderboard -By We'; Text = 'Week' }
        @{ Line = 'Get-RepMetric -Denominator Conn'; Text = 'Connected' }
        @{ Line = 'Set-Rep x -TimeZone Europe/Berl'; Text = 'Europe/Berlin' }
        @{ Line = 'Get-ProgressSetting requireR'; Text = 'requireReason' }
    ) {
        Complete $Line | Should -Be $Text
    }

    It 'is silent without a store, and makes none' {
        $path = Join-Path $TestDrive 'none.db'
        Complete "Get-Rep -Store '$path' -Rep zzz" | Should -BeNullOrEmpty
        $path | Should -Not -Exist
    }

    It 'is silent with a store that is none' {
        Set-Content (Join-Path $TestDrive 'text.db') ('no database' * 1000)
        Complete "Get-Rep -Store '$(Join-Path $TestDrive 'text.db')' -Rep zzz" | Should -BeNullOrEmpty
    }
}
