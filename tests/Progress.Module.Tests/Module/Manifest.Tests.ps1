BeforeAll {
    $module = Get-Module Progress
    $manifest = Import-PowerShellDataFile (Join-Path $module.ModuleBase 'Progress.psd1')
}

Describe 'Manifest' {
    It 'exports every cmdlet of the assembly, and no other' {
        $cmdlets = foreach ($type in $module.ImplementingAssembly.GetExportedTypes()) {
            if ($type.IsAbstract) { continue }
            foreach ($attribute in $type.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false)) {
                "$($attribute.VerbName)-$($attribute.NounName)"
            }
        }
        $manifest.CmdletsToExport | Should -Be ($cmdlets | Sort-Object)
        $module.ExportedCommands.Count | Should -Be $cmdlets.Count
    }

    It 'has the version of the assembly' {
        $module.Version | Should -Be ($module.ImplementingAssembly.GetName().Version.ToString(3))
    }
}

Describe 'Commands' {
    It 'have approved verbs and singular nouns' {
        foreach ($command in Get-Command -Module Progress) {
            (Get-Verb).Verb | Should -Contain $command.Verb
            $command.Noun | Should -Not -Match '(?<!si|tu|Progres)s$'
        }
    }

    It 'have no parameter that begins like -ProgressAction' {
        foreach ($command in Get-Command -Module Progress) {
            $command.Parameters.Keys -like 'Progress*' | Should -BeIn 'ProgressAction'
        }
    }

    It 'support -WhatIf where they change something' {
        foreach ($command in Get-Command -Module Progress -Verb Add, Backup, Export, Import, Initialize, Invoke, Merge, New, Resolve, Restore, Set, Undo) {
            $command.Parameters.Keys | Should -Contain WhatIf -Because "$($command.Name) changes something"
        }
    }
}

Describe 'Layout' {
    It 'holds native SQLite for <_>' -ForEach 'win-x64/native/e_sqlite3.dll', 'win-arm64/native/e_sqlite3.dll', 'linux-x64/native/libe_sqlite3.so', 'linux-arm64/native/libe_sqlite3.so', 'linux-musl-x64/native/libe_sqlite3.so', 'osx-x64/native/libe_sqlite3.dylib', 'osx-arm64/native/libe_sqlite3.dylib' {
        Join-Path $module.ModuleBase "bin/core/runtimes/$_" | Should -Exist
    }

    It 'keeps dependencies out of the folder of the cmdlets' {
        (Get-ChildItem (Join-Path $module.ModuleBase 'bin') -File).Name | Sort-Object | Should -Be 'Progress.Commands.dll', 'Progress.Loader.dll'
    }
}
