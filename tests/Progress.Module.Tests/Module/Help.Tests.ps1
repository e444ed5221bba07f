BeforeDiscovery {
    $examples = foreach ($command in Get-Command -Module Progress) {
        $number = 0
        foreach ($example in (Get-Help $command.Name).examples.example) {
            @{ Command = $command.Name; Number = ++$number; Code = $example.code }
        }
    }
    $commands = Get-Command -Module Progress | ForEach-Object { @{ Command = $_ ; Name = $_.Name } }
}

BeforeAll {
    $module = Get-Module Progress
    $demo = New-ProgressDemo (Join-Path $TestDrive 'demo')
    $common = [System.Management.Automation.Cmdlet]::CommonParameters
    # As if it were installed: parallel runspaces find it by themselves.
    $env:PSModulePath = (Split-Path $module.ModuleBase) + [IO.Path]::PathSeparator + $env:PSModulePath
}

Describe 'Help of <Name>' -ForEach $commands {
    BeforeAll {
        $help = Get-Help $Name -Full
    }

    It 'comes from the help file' {
        $help.Synopsis | Should -Not -BeLike "*$Name*"
        $help.description.Text | Should -Not -BeNullOrEmpty
        $help.returnValues.returnValue.type.name | Should -Not -BeNullOrEmpty
    }

    It 'describes every parameter' {
        foreach ($parameter in $Command.Parameters.Keys | Where-Object { $_ -notin $common }) {
            (Get-Help $Name -Parameter $parameter).description.Text | Should -Not -BeNullOrEmpty -Because "-$parameter is one"
        }
    }

    It 'describes no other parameter' {
        $help.parameters.parameter.name | Where-Object { $_ -notin $Command.Parameters.Keys } | Should -BeNullOrEmpty
    }

    It 'has the same syntax as the command' {
        $help.syntax.syntaxItem.Count | Should -Be $Command.ParameterSets.Count
    }
}

Describe 'Examples' {
    BeforeAll {
        . $PSScriptRoot/../Doubles.ps1
        # Examples name the addresses at which doubles listen when a person starts them.
        $addresses = @{ 'http://127.0.0.1:4001' = $twenty; 'http://127.0.0.1:4002' = $redHawk; 'http://127.0.0.1:4003' = $airtable }
        $env:PROGRESS_STORE = $demo.StorePath
        $null = Connect-Twenty
        $null = Connect-Crm academy -Provider RedHawk -Uri $redHawk -PerMinute 6000 -WarningAction Ignore
        $null = Initialize-CrmSchema twenty
        $null = Invoke-CrmSync
    }

    AfterAll { Stop-Double }

    BeforeEach {
        $folder = New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid()))
        Copy-Item (Join-Path $module.ModuleBase 'samples/*') $folder
        # Connections are the user's own: their settings lie beside the store, not where examples run.
        $data = New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid()))
        $store = Join-Path $data 'progress.db'
        Copy-Item $demo.StorePath, (Join-Path $demo.Folder 'progress.settings.json') $data
        Push-Location $folder
    }

    AfterEach {
        Pop-Location
    }

    It 'runs example <Number> of <Command>' -ForEach $examples {
        foreach ($address in $addresses.Keys) { $Code = $Code.Replace($address, $addresses[$address]) }
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript('param($module, $folder, $store) Import-Module $module; Set-Location $folder; $env:PROGRESS_STORE = $store').
                AddParameters(@($module.ModuleBase, "$folder", $store)).Invoke()
            $shell.Commands.Clear()
            $null = $shell.AddScript("`$ErrorActionPreference = 'Stop'`n$Code").Invoke()
            $shell.Streams.Error | Should -BeNullOrEmpty
        }
        finally {
            $shell.Dispose()
        }
    }
}

Describe 'About topics' {
    It 'finds <_>' -ForEach 'about_Progress', 'about_Progress_Store', 'about_Progress_Reps', 'about_Progress_Customers', 'about_Progress_Sync' {
        Get-Help $_ | Should -BeLike "*$_*"
    }
}
