BeforeAll {
    . $PSScriptRoot/../Doubles.ps1
    $kaya = '9a781b13-7909-4aa1-b738-502ea16a8852'
    $headers = @{ Authorization = "Bearer $env:TWENTY_API_KEY" }

    # What anybody sees who asks Twenty itself.
    function Get-Progression { (Invoke-RestMethod "$twenty/rest/repProgressions?limit=60" -Headers $headers).data.repProgressions | Where-Object workspaceMemberId -eq $kaya }

    # Waits until something is so, at most as long as the requirement allows; says how long it took.
    function Wait-Until([double] $Seconds, [scriptblock] $IsSo) {
        $watch = [Diagnostics.Stopwatch]::StartNew()
        while (-not (& $IsSo)) {
            if ($watch.Elapsed.TotalSeconds -gt $Seconds) { throw "Not so after $Seconds s: $IsSo" }
            $null = [Threading.SpinWait]::SpinUntil({ $false }, 50)
        }
    }

    # A PowerShell of its own, with a store of its own.
    function Invoke-Session([string] $Script) {
        New-TestStore
        $text = pwsh -NoProfile -NonInteractive -Command "`$ErrorActionPreference = 'Stop'; Import-Module '$(Join-Path (Get-Module Progress).ModuleBase Progress.psd1)'; $Script"
        if ($LASTEXITCODE) { throw "$text" }
        $text | ConvertFrom-Json
    }
}
AfterAll { Stop-Double }

Describe 'The seed: progression that persists to Twenty' {
    BeforeAll {
        New-TestStore
        $first = $env:PROGRESS_STORE
        $null = Connect-Twenty -NoBackground
        $null = Connect-Crm academy -Provider RedHawk -Uri $redHawk -NoBackground -WarningAction Ignore
    }

    It 'criterion 1: the custom object repProgressions exists in Twenty' {
        { Get-Progression } | Should -Throw
        (Initialize-CrmSchema twenty).Passed | Should -BeTrue
        $null = Invoke-CrmSync
        Get-Progression | Should -Not -BeNullOrEmpty
    }

    It 'steps 1 to 4, criterion 2: a test call and an activity raise totalXp in Twenty within 5 seconds' {
        Send-Double notes @{ title = 'Call - CONTACTED | 2:10 | Test Lead'; member = $kaya }
        $null = Invoke-CrmSync
        $before = Get-Progression
        $before.totalXp | Should -Be (Get-RepProgression $kaya).TotalXp

        $null = Connect-Crm twenty -NoBackground:$false -WarningAction Ignore
        $null = Add-RepActivity $kaya -Kind appointment_held
        Wait-Until 5 { (Get-Progression).totalXp -gt $before.totalXp }

        (Get-Progression).totalXp | Should -Be (Get-RepProgression $kaya).TotalXp
        $log = Get-CrmSyncLog twenty -First 1
        $log.Pushed, "$($log.Status)" | Should -Be 1, Done
    }

    It 'step 5, criterion 3: closing the session and opening a new store restores the progression' {
        Disconnect-Crm twenty
        $shown = Get-RepProgression $kaya
        $restored = Invoke-Session @"
            `$null = Connect-Crm twenty -Provider Twenty -Uri '$twenty' -ApiKeyVariable TWENTY_API_KEY -PerMinute 6000
            Get-RepProgression $kaya | ConvertTo-Json
"@
        foreach ($figure in 'Name', 'TotalXp', 'Level', 'Rank', 'ClosedDeals', 'Dials', 'StreakDays') { $restored.$figure | Should -Be $shown.$figure -Because $figure }
        $restored.Badges | Should -Be $shown.Badges
        $restored.Modules | Should -Be $shown.Modules
    }

    It 'steps 6 and 7, criterion 4: a module, a badge and a certification of RedHawk appear' {
        $env:PROGRESS_STORE = $first
        $null = Connect-Twenty -NoBackground
        Set-Rep $kaya -RedHawkId 3
        $before = (Get-RepProgression $kaya).TotalXp
        $null = Invoke-RestMethod "$redHawk/_double/modules" -Method Post -Body '{"repId":"3","module":"module_1","badge":"closer.gold"}'
        $null = Invoke-RestMethod "$redHawk/_double/certify" -Method Post -Body '{"repId":"3","exam":"full_certification","score":0.9}'
        $null = Invoke-CrmSync

        $shown = Get-RepProgression $kaya
        $shown.Modules | Should -Contain module_1
        $shown.Badges | Should -Contain closer.gold
        $shown.Certifications | Should -Contain full_certification
        (Get-Progression).certifications | Should -Contain full_certification
        $shown.TotalXp | Should -BeGreaterThan $before -Because 'the academy pays into Twenty'
        (Get-Progression).totalXp | Should -Be $shown.TotalXp
    }

    It 'criterion 5: efficiency metrics are calculated from call notes' {
        $calls = Get-CallNote -Rep $kaya
        $calls.Count | Should -BeGreaterThan 10
        $drops = Get-RepMetric $kaya | Where-Object Metric -eq Sub30sDropRate
        $told = (Get-Progression).efficiency.Sub30sDropRate
        $told.numerator, $told.denominator | Should -Be $drops.Numerator, $drops.Denominator
        $told.denominator | Should -BeLessOrEqual $calls.Count
    }

    It 'criterion 6: workspaceMemberId, and no e-mail, links everything' {
        (Get-Rep $kaya).RepId | Should -Be (Get-Progression).workspaceMemberId
        @(Get-Rep).Count | Should -Be @(Get-DoubleRecord | Select-Object -ExpandProperty workspaceMemberId -Unique).Count
        Disconnect-ProgressStore
        Get-AllText @(Get-Rep) | Should -Not -Match '[\w.]+@[\w-]+\.\w+'
    }
}
