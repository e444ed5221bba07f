BeforeAll {
    $module = (Get-Module Progress).ModuleBase
    $env:PROGRESS_STORE = Join-Path $TestDrive 'progress.db'
    $rows = 300000
    $notes = Join-Path $TestDrive 'notes.csv'
    $reps = 1..20 | ForEach-Object { [guid]::NewGuid() }
    $writer = [IO.StreamWriter]::new($notes)
    $writer.WriteLine('id,title,createdAt,workspaceMemberId')
    for ($i = 0; $i -lt $rows; $i++) {
        $id = '{0:x8}-0000-4000-8000-000000000000' -f $i
        $day = 1 + $i % 28
        $writer.WriteLine("$id,Call - CONTACT | 1:05 | Lead $i,2026-09-$($day.ToString('00'))T12:00:00Z,$($reps[$i % 20])")
    }

    $writer.Dispose()

    # Begins a script in another runspace, stops it as Ctrl+C does once it shows progress, and gives whether it was stopped.
    function Stop-Midway([string] $Script) {
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript("Import-Module '$module'; $Script")
            $running = $shell.BeginInvoke()
            while ($shell.Streams.Progress.Count -eq 0 -and -not $running.AsyncWaitHandle.WaitOne(10)) { }
            $shell.Stop()
            $shell.InvocationStateInfo.State
        }
        finally {
            $shell.Dispose()
        }
    }
}

Describe 'Ctrl+C' {
    It 'ends a large import at once, with nothing of it in the store' {
        Stop-Midway "Import-CallNote '$notes'" | Should -Be 'Stopped'
        Test-ProgressStore -Quiet | Should -BeTrue
        Get-CallNote -First 1 | Should -BeNullOrEmpty
        Get-Rep | Should -BeNullOrEmpty
    }

    It 'ends an import from the pipeline, with nothing of it in the store' {
        Stop-Midway "Import-Csv '$notes' | Import-CallNote" | Should -Be 'Stopped'
        Test-ProgressStore -Quiet | Should -BeTrue
        Get-CallNote -First 1 | Should -BeNullOrEmpty
    }

    It 'leaves a store into which the import then goes as if nothing had been' {
        (Import-CallNote $notes).Imported | Should -Be $rows
        Test-ProgressStore -Quiet | Should -BeTrue
    }
}
