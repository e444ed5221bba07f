BeforeAll {
    $module = (Get-Module Progress).ModuleBase
    $notes = Join-Path $module 'samples/call-notes.csv'
    $pwsh = [Environment]::ProcessPath

    # Runs a script in a PowerShell of its own, and gives what it writes.
    function Invoke-Fresh([string] $Script) {
        $output = & $pwsh -NoProfile -NonInteractive -Command "`$ErrorActionPreference = 'Stop'; $Script" 2>&1
        if ($LASTEXITCODE) { throw "$output" }
        $output
    }
}

Describe 'Importing the module' {
    BeforeEach {
        $env:PROGRESS_STORE = Join-Path $TestDrive "$([guid]::NewGuid()).db"
    }

    It 'works again under -Force' {
        Invoke-Fresh "
            Import-Module '$module'; `$null = Import-CallNote '$notes' -SkipInvalid
            Import-Module '$module' -Force; (Get-Rep).Count" | Should -BeGreaterThan 0
    }

    It 'works under -Force before any command was used' {
        Invoke-Fresh "Import-Module '$module'; Import-Module '$module' -Force; (Test-ProgressSetup).Passed" | Should -Be $true
    }

    It 'works again after the module was removed' {
        Invoke-Fresh "
            Import-Module '$module'; `$null = Import-CallNote '$notes' -SkipInvalid; `$before = Get-RepMetric
            Remove-Module Progress
            if (Get-Command Get-Rep -ErrorAction Ignore) { throw 'Get-Rep is still there.' }
            Import-Module '$module'; (`$before | Export-ProgressCsv).Count - (Get-RepMetric).Count" | Should -Be 1
    }

    It 'works in parallel runspaces, which write to one store' {
        Invoke-Fresh "
            Import-Module '$module'
            `$store = Connect-ProgressStore
            `$rep = New-Rep -RepId 2386dbb8-8eb6-4023-9af0-3ffbadae078a -Name 'Kaya Tanaka'
            1..8 | ForEach-Object -Parallel {
                Import-Module '$module'
                1..5 | ForEach-Object { `$null = Add-RepActivity -Rep 'Kaya Tanaka' -Kind email_sent -Store `$using:store }
            } -ThrottleLimit 8
            (Get-RepActivity).Count" | Should -Be 40
    }

    It 'works in runspaces that import it at the same time' {
        Invoke-Fresh "
            1..8 | ForEach-Object -Parallel { Import-Module '$module'; (Get-Command -Module Progress).Count } -ThrottleLimit 8 |
                Select-Object -Unique" | Should -Be (Get-Command -Module Progress).Count
    }
}

Describe 'Beside a module that loaded another CsvHelper' {
    BeforeAll {
        # Add-Type gives an assembly a name of its own choice; the compiler behind it takes ours.
        $other = Join-Path $TestDrive 'Other/CsvHelper.dll'
        $null = New-Item -ItemType Directory (Split-Path $other)
        $code = '[assembly: System.Reflection.AssemblyVersion("12.0.0.0")]
            namespace CsvHelper { public static class CsvWriter { public static string Version { get { return "other"; } } } }'
        $null = [Reflection.Assembly]::Load('Microsoft.CodeAnalysis.CSharp')
        $compilation = [Microsoft.CodeAnalysis.CSharp.CSharpCompilation]::Create(
            'CsvHelper',
            [Microsoft.CodeAnalysis.SyntaxTree[]] [Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree]::ParseText($code),
            [Microsoft.CodeAnalysis.MetadataReference[]] [Microsoft.CodeAnalysis.MetadataReference]::CreateFromFile([object].Assembly.Location),
            [Microsoft.CodeAnalysis.CSharp.CSharpCompilationOptions]::new('DynamicallyLinkedLibrary'))
        $file = [IO.File]::Create($other)
        $compilation.Emit($file).Success | Should -BeTrue
        $file.Dispose()
        Set-Content (Join-Path $TestDrive 'Other/Other.psm1') 'Add-Type -Path $PSScriptRoot/CsvHelper.dll; function Get-Other { [CsvHelper.CsvWriter]::Version }'
    }

    BeforeEach {
        $env:PROGRESS_STORE = Join-Path $TestDrive "$([guid]::NewGuid()).db"
    }

    It 'reads and writes CSV, and leaves the other one alone, when imported <_>' -ForEach 'after it', 'before it' {
        $imports = @("Import-Module '$TestDrive/Other/Other.psm1'", "Import-Module '$module'")
        if ($_ -eq 'before it') { [Array]::Reverse($imports) }
        $output = Invoke-Fresh "
            $($imports -join '; ')
            Get-Other
            (Import-CallNote '$notes' -SkipInvalid).Read
            (Get-Rep | Export-ProgressCsv).Count - (Get-Rep).Count
            Get-Other
            ([AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { `$_.GetName().Name -eq 'CsvHelper' }).Count"
        $output[0, 3] | Should -Be 'other', 'other'
        [int] $output[1] | Should -BeGreaterThan 1000
        $output[2] | Should -Be 1
        $output[4] | Should -Be 2
    }
}
