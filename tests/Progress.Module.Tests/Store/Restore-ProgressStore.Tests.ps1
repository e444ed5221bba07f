BeforeAll {
    . $PSScriptRoot/../SampleStore.ps1
    $backup = Backup-ProgressStore (Join-Path $TestDrive 'backup.db')
}

Describe 'Restore-ProgressStore' {
    It 'brings back what the backup holds' {
        Set-Rep 'Kaya Novak' -Name 'Somebody Else'
        $copy = Restore-ProgressStore $backup.Path -Confirm:$false
        $copy.Path | Should -Be $demo.StorePath
        $copy.LedgerChecksum | Should -Be $backup.LedgerChecksum
        Get-Rep 'Kaya Novak' | Should -HaveCount 1
        Get-Rep 'Somebody Else' -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
    }

    It 'leaves its entry and reason in the audit' {
        $null = Restore-ProgressStore $backup.Path -Reason 'a drill' -Confirm:$false
        $entry = Get-ProgressAudit -First 1
        $entry.Command | Should -Be 'Restore-ProgressStore'
        $entry.Reason | Should -Be 'a drill'
    }

    It 'takes what Backup-ProgressStore returned, into another store' {
        $other = Join-Path $TestDrive 'other.db'
        $null = $backup | Restore-ProgressStore -Store $other -Confirm:$false
        (Get-Rep -Store $other).Count | Should -Be $demo.Reps
    }

    It 'asks, since everything is replaced' {
        (Get-Command Restore-ProgressStore).ImplementingType.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false).ConfirmImpact | Should -Be High
    }

    It 'changes nothing under -WhatIf' {
        $before = (Get-ProgressAudit -First 1).Id
        Restore-ProgressStore $backup.Path -WhatIf | Should -BeNullOrEmpty
        (Get-ProgressAudit -First 1).Id | Should -Be $before
    }

    It 'refuses a file that does not exist' {
        { Restore-ProgressStore (Join-Path $TestDrive 'none.db') -Confirm:$false -ErrorAction Stop } | Should -Throw -ErrorId 'BackupNotFound,*'
    }

    It 'refuses a damaged backup and leaves the store as it is' {
        $damaged = Join-Path $TestDrive 'damaged.db'
        $bytes = [IO.File]::ReadAllBytes($backup.Path)
        [Array]::Fill($bytes, [byte]0xFF, 8192, 65536)
        [IO.File]::WriteAllBytes($damaged, $bytes)
        $before = (Get-ProgressAudit -First 1).Id
        { Restore-ProgressStore $damaged -Confirm:$false -ErrorAction Stop } | Should -Throw
        (Get-ProgressAudit -First 1).Id | Should -Be $before
        Test-ProgressStore -Quiet | Should -BeTrue
    }
}
