BeforeAll {
    . $PSScriptRoot/../SampleStore.ps1
}

Describe 'Connect-ProgressStore' {
    AfterEach {
        Disconnect-ProgressStore
    }

    It 'returns where the default store is' {
        (Connect-ProgressStore).Path | Should -Be $demo.StorePath
    }

    It 'makes a store, and uses it from then on' {
        $path = Join-Path $TestDrive 'new/team.db'
        (Connect-ProgressStore $path).Path | Should -Be $path
        $path | Should -Exist
        Get-Rep | Should -BeNullOrEmpty
    }

    It 'takes a path relative to the current location, on any drive' {
        Push-Location TestDrive:/
        try {
            (Connect-ProgressStore ./relative.db).Path | Should -Be (Join-Path $TestDrive 'relative.db')
            (Connect-ProgressStore TestDrive:/drive.db).Path | Should -Be (Join-Path $TestDrive 'drive.db')
        }
        finally {
            Pop-Location
        }
    }

    It 'leaves -Store the last word' {
        $null = Connect-ProgressStore (Join-Path $TestDrive 'empty.db')
        (Get-Rep -Store $demo.StorePath).Count | Should -Be $demo.Reps
    }

    It 'connects no other runspace' {
        $null = Connect-ProgressStore (Join-Path $TestDrive 'mine.db')
        $shell = [powershell]::Create()
        $module = (Get-Module Progress).ModuleBase
        $shell.AddScript('param($module) Import-Module $module; (Get-Rep).Count').AddArgument($module).Invoke() | Should -Be $demo.Reps
        $shell.Dispose()
    }

    It 'gives what works in parallel runspaces' {
        $store = Connect-ProgressStore $demo.StorePath
        $module = (Get-Module Progress).ModuleBase
        $names = (Get-Rep).Name | ForEach-Object -Parallel {
            Import-Module $using:module
            (Get-Rep $_ -Store $using:store).Name
        }
        $names | Sort-Object | Should -Be ((Get-Rep).Name | Sort-Object)
    }

    It 'gives what works when it went through another process' {
        $store = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Connect-ProgressStore $demo.StorePath)))
        (Get-Rep -Store $store).Count | Should -Be $demo.Reps
    }

    It 'refuses a file that is no store, and stays connected as before' {
        Set-Content (Join-Path $TestDrive 'text.db') ('no database' * 1000)
        { Connect-ProgressStore (Join-Path $TestDrive 'text.db') } | Should -Throw -ErrorId 'StoreNotAStore,*'
        (Get-Rep).Count | Should -Be $demo.Reps
    }

    It 'refuses a folder' {
        { Connect-ProgressStore $TestDrive } | Should -Throw -ErrorId 'StoreNotAStore,*'
    }
}
