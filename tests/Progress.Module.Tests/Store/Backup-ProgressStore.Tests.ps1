BeforeAll {
    . $PSScriptRoot/../SampleStore.ps1
}

Describe 'Backup-ProgressStore' {
    It 'writes one file that is a store with the same ledger' {
        $copy = Backup-ProgressStore (Join-Path $TestDrive 'backup.db')
        $copy.Path | Should -Exist
        $copy.Source | Should -Be $demo.StorePath
        $copy.Bytes | Should -Be (Get-Item $copy.Path).Length
        $copy.LedgerChecksum | Should -Match '^[0-9a-f]{64}$'
        (Get-Rep -Store $copy.Path).Name | Should -Be (Get-Rep).Name
    }

    It 'does not overwrite a file, unless told to' {
        $path = Join-Path $TestDrive 'twice.db'
        $null = Backup-ProgressStore $path
        { Backup-ProgressStore $path -ErrorAction Stop } | Should -Throw -ErrorId 'BackupExists,*'
        (Backup-ProgressStore $path -Force).Path | Should -Be $path
    }

    It 'takes the path literally, relative to the current location' {
        Push-Location TestDrive:/
        try {
            (Backup-ProgressStore './one[1].db').Path | Should -Be (Join-Path $TestDrive 'one[1].db')
        }
        finally {
            Pop-Location
        }
    }

    It 'writes nothing under -WhatIf' {
        Backup-ProgressStore (Join-Path $TestDrive 'what-if.db') -WhatIf | Should -BeNullOrEmpty
        Join-Path $TestDrive 'what-if.db' | Should -Not -Exist
    }
}
