BeforeAll {
    . $PSScriptRoot/../SampleStore.ps1
}

Describe 'Disconnect-ProgressStore' {
    It 'goes back to the default store, silently' {
        $null = Connect-ProgressStore (Join-Path $TestDrive 'other.db')
        Disconnect-ProgressStore | Should -BeNullOrEmpty
        (Get-Rep).Count | Should -Be $demo.Reps
    }

    It 'says which store that is' {
        (Disconnect-ProgressStore -PassThru).Path | Should -Be $demo.StorePath
    }

    It 'does nothing without a connection' {
        { Disconnect-ProgressStore; Disconnect-ProgressStore } | Should -Not -Throw
    }
}
