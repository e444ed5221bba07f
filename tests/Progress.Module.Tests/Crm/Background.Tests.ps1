BeforeAll {
    . $PSScriptRoot/../Doubles.ps1
    $module = (Get-Module Progress).ModuleBase
    # A script in which background sync is under way.
    $begin = "
        Import-Module '$module'
        function Connect-Here { Connect-Crm twenty -Provider Twenty -Uri ADDRESS -ApiKeyVariable TWENTY_API_KEY -PerMinute 6000 -WarningAction Ignore -NoBackground:`$false }
        function Measure-Loop { @(Get-Content /proc/$('$PID')/task/*/comm -ErrorAction Ignore | Where-Object { `$_ -like 'Progress sync*' }).Count }
        # A thread that was just asked for takes a moment to be there.
        function Measure-Started {
            foreach (`$try in 1..400) {
                `$count = @(Get-Content /proc/`$PID/task/*/comm -ErrorAction Ignore | Where-Object { `$_ -like 'Progress sync*' }).Count
                if (`$count) { return `$count }
                Start-Sleep -Milliseconds 50
            }
            0
        }
        function Wait-Until([scriptblock] `$Condition) {
            `$until = [datetime]::UtcNow.AddSeconds(20)
            while (-not (& `$Condition)) {
                if ([datetime]::UtcNow -gt `$until) { throw ""Not within 20 seconds: `$Condition"" }
                Start-Sleep -Milliseconds 50
            }
        }
        `$ErrorActionPreference = 'Stop'
        `$null = Connect-Here
        "

    # Runs one in a PowerShell of its own, and gives what it writes.
    function Invoke-Beside([string] $Script) {
        $output = & ([Environment]::ProcessPath) -NoProfile -NonInteractive -Command "$($begin.Replace('ADDRESS', $twenty)); $Script" 2>&1
        if ($LASTEXITCODE) { throw "$output" }
        $output
    }

    # Runs one that writes 'last' before its last command, and gives the seconds from there to its end.
    function Measure-End([string] $Script, [scriptblock] $AtLast = {}, [string] $Uri = $twenty) {
        # Tests may run where signals of the terminal are ignored, and a child inherits that.
        $start = [Diagnostics.ProcessStartInfo]::new($IsLinux ? '/usr/bin/env' : [Environment]::ProcessPath)
        if ($IsLinux) { '--default-signal=HUP,TERM', [Environment]::ProcessPath | ForEach-Object { $start.ArgumentList.Add($_) } }
        '-NoProfile', '-NonInteractive', '-Command', "$($begin.Replace('ADDRESS', $Uri)); $Script" | ForEach-Object { $start.ArgumentList.Add($_) }
        $start.RedirectStandardOutput = $true
        $process = [Diagnostics.Process]::Start($start)
        try {
            while (($line = $process.StandardOutput.ReadLine()) -ne 'last') { if ($null -eq $line) { throw 'It ended before its last command.' } }
            $watch = [Diagnostics.Stopwatch]::StartNew()
            & $AtLast $process
            if (-not $process.WaitForExit(30000)) { throw 'It hangs.' }
            $watch.Elapsed.TotalSeconds
        }
        finally { if (-not $process.HasExited) { $process.Kill() } }
    }

    # What was entered is there, or waits here.
    function Assert-Kept {
        $here = (Get-RepProgression 'Kaya Novak').TotalXp
        $there = (Get-DoubleRecord | Where-Object name -eq 'Kaya Novak').totalXp
        $pending = (Get-CrmSyncStatus twenty).Pending
        $here | Should -BeGreaterThan $before
        if ($pending) { $pending | Should -Be 1 } else { $there | Should -Be $here }
    }
}

AfterAll { Stop-Double }

Describe 'The background sync' {
    BeforeEach {
        New-TestStore
        $null = Connect-Twenty
        $null = Initialize-CrmSchema twenty
        $null = Invoke-CrmSync twenty
        $before = (Get-RepProgression 'Kaya Novak').TotalXp
    }

    AfterEach { Send-Double down @{ down = 'false' } }

    It 'brings what is entered there within five seconds' {
        $shown = Invoke-Beside "
            `$null = Add-RepActivity 'Kaya Novak' -Kind deal_closed; `$watch = [Diagnostics.Stopwatch]::StartNew()
            Wait-Until { (Get-RepProgression 'Kaya Novak').SyncState -eq 'Synced' }; `$watch.Elapsed.TotalSeconds"
        $shown | Should -BeLessThan 5
        (Get-DoubleRecord | Where-Object name -eq 'Kaya Novak').totalXp | Should -Be (Get-RepProgression 'Kaya Novak').TotalXp
    }

    It 'has one thread, whatever is connected, imported again or run in parallel, and none in the end' -Skip:(-not $IsLinux) {
        Invoke-Beside "
            Measure-Started
            `$null = Connect-Here; Measure-Started
            Import-Module '$module'; Measure-Started
            Import-Module '$module' -Force; Wait-Until { (Measure-Loop) -eq 0 }
            `$null = Connect-Here; Measure-Started
            `$connect = `${function:Connect-Here}.ToString(); `$count = `${function:Measure-Started}.ToString()
            1..4 | ForEach-Object -Parallel {
                Import-Module '$module'
                `$null = & ([scriptblock]::Create(`$using:connect))
                & ([scriptblock]::Create(`$using:count))
            } -ThrottleLimit 4
            Measure-Started
            Remove-Module Progress; Measure-Loop" | Should -Be 1, 1, 1, 1, 1, 1, 1, 1, 1, 0
    }

    It 'goes on while another runspace wants it, and ends with the last' -Skip:(-not $IsLinux) {
        Invoke-Beside "
            `$other = [powershell]::Create()
            `$null = `$other.AddScript(""Import-Module '$module'; function Connect-Here { `${function:Connect-Here} }; Connect-Here"").Invoke()
            Remove-Module Progress; Measure-Loop
            `$other.Runspace.Dispose(); Measure-Loop" | Should -Be 1, 0
    }

    It 'says what is wrong with the next command, once, and when it is over' {
        Send-Double down @{ down = 'false' }
        $said = Invoke-Beside "
            `$said = [Collections.Generic.List[string]]::new()
            function Get-Said { `$null = Get-Rep 'Kaya Novak' -WarningVariable warnings -WarningAction SilentlyContinue; `$warnings | ForEach-Object { `$said.Add(`$_) }; `$said.Count }
            function Send-Down(`$down) { `$null = Invoke-RestMethod '$twenty/_double/down' -Method Post -Body (@{ down = `$down } | ConvertTo-Json) -ContentType application/json }
            Send-Down true
            `$null = Add-RepActivity 'Kaya Novak' -Kind deal_closed
            Wait-Until { Get-Said }
            `$failures = { (Get-CrmSyncLog -WarningAction Ignore | Where-Object Status -eq Failed).Count }
            Wait-Until { (& `$failures) -gt 1 }
            `$null = Get-Said
            Send-Down false
            Wait-Until { (Get-Said) -gt 1 }
            `$said"
        $said.Count | Should -Be 2
        $said[0] | Should -BeLike 'twenty: *'
        $said[1] | Should -Be 'twenty: sync works again, and everything is sent.'
    }

    It 'keeps what is entered just before <Case>' -ForEach @(
        @{ Case = 'the end of the script'; End = '' }
        @{ Case = 'exit'; End = 'exit' }
        @{ Case = 'the end of the process'; End = '[Environment]::Exit(0)' }
        @{ Case = 'the module is removed'; End = 'Remove-Module Progress' }
    ) {
        Measure-End "`$null = Add-RepActivity 'Kaya Novak' -Kind deal_closed; 'last'; $End" | Should -BeLessThan 5
        Assert-Kept
    }

    It 'keeps what is entered just before the process is ended by <Case>' -Skip:$IsWindows -ForEach @(
        @{ Case = 'the system'; Signal = 'TERM' }
        @{ Case = 'its terminal'; Signal = 'HUP' }
        @{ Case = 'force'; Signal = 'KILL' }
    ) {
        Measure-End "`$null = Add-RepActivity 'Kaya Novak' -Kind deal_closed; 'last'; Start-Sleep 60" { /bin/kill "-$Signal" $args[0].Id } | Should -BeLessThan 5
        Assert-Kept
    }

    It 'lets the process end within five seconds when the server <Case>' -ForEach @(
        @{ Case = 'breaks connections'; Later = 0; Dead = "`$null = Invoke-RestMethod ADDRESS/_double/down -Method Post -Body '{""down"":""true""}' -ContentType application/json" }
        @{ Case = 'is gone'; Later = 0; Dead = 'Stop-Process -Id PROCESS -Force' }
        @{ Case = 'does not answer'; Later = 0; Dead = "Stop-Process -Id PROCESS -Force; Wait-Process -Id PROCESS -ErrorAction Ignore; `$deaf = [Net.Sockets.TcpListener]::new([uri]::new('ADDRESS').Port); `$deaf.Start()" }
        @{ Case = 'does not answer a request under way'; Later = 3; Dead = "Stop-Process -Id PROCESS -Force; Wait-Process -Id PROCESS -ErrorAction Ignore; `$deaf = [Net.Sockets.TcpListener]::new([uri]::new('ADDRESS').Port); `$deaf.Start()" }
    ) {
        $mine = Start-Double twenty, --port, 0, --samples, --key, $env:TWENTY_API_KEY
        try {
            New-TestStore
            $null = Connect-Crm twenty -Provider Twenty -Uri $mine.Twenty -ApiKeyVariable TWENTY_API_KEY -WarningAction Ignore
            $null = Initialize-CrmSchema twenty
            $script = "
                `$null = Add-RepActivity 'Kaya Novak' -Kind deal_closed; Wait-Until { (Get-RepProgression 'Kaya Novak').SyncState -eq 'Synced' }
                $($Dead.Replace('ADDRESS', $mine.Twenty).Replace('PROCESS', $mine.Process.Id))
                `$null = Add-RepActivity 'Kaya Novak' -Kind deal_closed; Start-Sleep $Later; 'last'"
            Measure-End $script -Uri $mine.Twenty | Should -BeLessThan 5
            (Get-CrmSyncStatus twenty).Pending | Should -Be 1
        }
        finally { Stop-Double $mine }
    }
}
