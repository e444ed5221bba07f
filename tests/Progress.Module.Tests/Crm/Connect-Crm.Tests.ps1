BeforeAll { . $PSScriptRoot/../Doubles.ps1 }
AfterAll { Stop-Double }

Describe 'Connect-Crm' {
    BeforeEach { New-TestStore }

    It 'connects with Twenty, sends what is pending, and fetches' {
        $null = New-Rep -RepId '9a781b13-7909-4aa1-b738-502ea16a8852' -Name 'Somebody'
        $connection = Connect-Crm twenty -Provider Twenty -Uri $twenty -ApiKeyVariable TWENTY_API_KEY -WarningVariable warnings -WarningAction SilentlyContinue
        $connection.GetType().FullName | Should -Be 'Progress.Sync.CrmConnection'
        $connection.Name, "$($connection.Provider)", $connection.Uri, $connection.KeySource | Should -Be 'twenty', 'Twenty', $twenty, 'variable TWENTY_API_KEY'
        $connection.KeyExpires | Should -BeGreaterThan ([datetime]::UtcNow.AddDays(300))
        (Get-CallNote).Count | Should -BeGreaterThan 150
        (Get-Rep '9a781b13-7909-4aa1-b738-502ea16a8852').Name | Should -Be 'Kaya Novak'
        "$warnings" | Should -BeLike 'twenty: The remote has no repProgression*Initialize-CrmSchema*'
    }

    It 'connects with RedHawk without a key, and refuses one' {
        (Connect-Crm academy -Provider RedHawk -Uri $redHawk -WarningAction Ignore).KeySource | Should -Be none
        { Connect-Crm academy -Provider RedHawk -Uri $redHawk -ApiKeyVariable TWENTY_API_KEY -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidConnection,*'
    }

    It 'connects with a base of Airtable, and fetches its customers' {
        $connection = Connect-Base
        "$($connection.Provider)", $connection.Base, $connection.KeySource | Should -Be 'Airtable', 'appProgressDemo01', 'variable AIRTABLE_API_KEY'
        (Get-Customer).Count | Should -BeGreaterThan 30
        $again = Connect-Crm base -WarningAction Ignore
        $again.Uri, $again.Base | Should -Be $airtable, 'appProgressDemo01'
    }

    It 'takes the public address for Airtable where none is given' {
        # Nothing goes there: a plan asks nobody.
        $null = Connect-Crm base -Provider Airtable -Base appProgressDemo01 -ApiKeyVariable AIRTABLE_API_KEY -WhatIf
        { Connect-Crm base -Provider Airtable -Base appProgressDemo01 -Uri http://airtable.example -ApiKeyVariable AIRTABLE_API_KEY -ErrorAction Stop } | Should -Throw -ErrorId 'InsecureUri,*'
        Get-CrmSyncStatus | Should -BeNullOrEmpty
    }

    It 'refuses a base that is <Case>' -ForEach @(
        @{ Case = 'missing'; With = @{ Provider = 'Airtable' }; Says = '*-Base*app and 14*' }
        @{ Case = 'none'; With = @{ Provider = 'Airtable'; Base = 'tblNotABase000001' }; Says = '*app and 14*' }
        @{ Case = 'of another system'; With = @{ Provider = 'Twenty'; Base = 'appProgressDemo01' }; Says = '*Twenty has no bases*' }
    ) {
        $failure = { Connect-Crm base -Uri $airtable -ApiKeyVariable AIRTABLE_API_KEY @With -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidConnection,*' -PassThru
        $failure.Exception.Message | Should -BeLike $Says
    }

    It 'takes the key as it was when only the name is given' {
        $null = Connect-Twenty
        $again = Connect-Crm TWENTY -WarningAction Ignore
        $again.Name, $again.Uri, $again.KeySource, $again.PerMinute | Should -Be 'twenty', $twenty, 'variable TWENTY_API_KEY', 6000
        { Connect-Crm other -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidConnection,*'
    }

    It 'takes a key for this session' {
        $secure = ConvertTo-SecureString $env:TWENTY_API_KEY -AsPlainText
        (Connect-Crm twenty -Provider Twenty -Uri $twenty -ApiKey $secure -WarningAction Ignore).KeySource | Should -Be 'given, this session only'
        (Invoke-CrmSync twenty -Direction Pull).Status | Should -Be Done
        (Connect-Crm twenty -WarningAction Ignore).KeySource | Should -Be 'given, this session only'
    }

    It 'reads a key from a secret, and again in a session that does not know it' {
        function global:Get-Secret($Name) { if ($Name -eq 'crm key') { ConvertTo-SecureString $env:TWENTY_API_KEY -AsPlainText } else { throw "no secret $Name" } }
        try {
            (Connect-Crm twenty -Provider Twenty -Uri $twenty -SecretName 'crm key' -WarningAction Ignore).KeySource | Should -Be 'secret crm key'
            { Connect-Crm twenty -Provider Twenty -Uri $twenty -SecretName other -ErrorAction Stop } | Should -Throw -ErrorId 'SecretNotRead,*'
            $fresh = Join-Path $TestDrive "$([guid]::NewGuid())"
            Copy-Item (Split-Path $env:PROGRESS_STORE) $fresh -Recurse
            $env:PROGRESS_STORE = Join-Path $fresh progress.db
            (Invoke-CrmSync twenty -Direction Pull).Status | Should -Be Done
        }
        finally { Remove-Item Function:/Get-Secret }
        { Connect-Crm twenty -Provider Twenty -Uri $twenty -SecretName 'crm key' -ErrorAction Stop } | Should -Throw -ErrorId 'SecretManagementMissing,*'
    }

    It 'refuses <Case>, says what to do, and makes no connection' -ForEach @(
        @{ Case = 'an address that is not encrypted'; Id = 'InsecureUri'; Says = '*https*sync.allowHttp*'; With = @{ Uri = 'http://crm.example' } }
        @{ Case = 'an address that is none'; Id = 'InvalidConnection'; Says = '*Allowed:*'; With = @{ Uri = 'crm' } }
        @{ Case = 'an address with a password'; Id = 'InvalidConnection'; Says = '*Allowed:*'; With = @{ Uri = 'https://me:pw@crm.example' } }
        @{ Case = 'a name that is none'; Id = 'InvalidConnection'; Says = '*Allowed:*'; With = @{ Name = 'my crm' } }
        @{ Case = 'a key of no variable'; Id = 'KeyMissing'; Says = '*NO_SUCH_KEY*'; With = @{ ApiKeyVariable = 'NO_SUCH_KEY' } }
        @{ Case = 'a service that is not there'; Id = 'Unreachable'; Says = '*'; With = @{ Uri = 'http://127.0.0.1:9' } }
    ) {
        $arguments = @{ Name = 'twenty'; Provider = 'Twenty'; Uri = $twenty; ApiKeyVariable = 'TWENTY_API_KEY' }
        foreach ($one in $With.Keys) { $arguments[$one] = $With[$one] }
        $failure = { Connect-Crm @arguments -ErrorAction Stop } | Should -Throw -ErrorId "$Id,*" -PassThru
        $failure.Exception.Message | Should -BeLike $Says
        $failure.Exception.Message | Should -Not -BeLike '*me:pw*'
        Get-CrmSyncStatus | Should -BeNullOrEmpty
    }

    It 'needs a key for Twenty' {
        { Connect-Crm twenty -Provider Twenty -Uri $twenty -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidConnection,*'
    }

    It 'says of a key that it is <Case>' -ForEach @(
        @{ Case = 'not accepted'; Days = 300; Id = 'KeyInvalid' }
        @{ Case = 'expired'; Days = -1; Id = 'KeyExpired' }
    ) {
        $before, $env:TWENTY_API_KEY = $env:TWENTY_API_KEY, (New-TestKey $Days)
        # What a given key says of its end, this double does not look at.
        $other = Start-Double twenty, --port, 0, --key, ($Id -eq 'KeyExpired' ? $env:TWENTY_API_KEY : $before)
        try {
            $failure = { Connect-Crm twenty -Provider Twenty -Uri $other.Twenty -ApiKeyVariable TWENTY_API_KEY -ErrorAction Stop } | Should -Throw -ErrorId "$Id,*" -PassThru
            $failure.CategoryInfo.Category | Should -Be ConnectionError
            $failure.TargetObject | Should -Be twenty
            $failure.Exception.ToString() | Should -Not -BeLike "*$env:TWENTY_API_KEY*"
        }
        finally { Stop-Double $other; $env:TWENTY_API_KEY = $before }
    }

    It 'warns of a key that expires soon' {
        $soon, $before = (New-TestKey 5), $env:TWENTY_API_KEY
        $env:TWENTY_API_KEY = $soon
        $other = Start-Double twenty, --port, 0, --key, $soon
        try {
            $null = Connect-Crm twenty -Provider Twenty -Uri $other.Twenty -ApiKeyVariable TWENTY_API_KEY -WarningVariable warnings -WarningAction SilentlyContinue
            "$($warnings[0])" | Should -BeLike 'twenty: The key expires at * in 5 days*'
        }
        finally { Stop-Double $other; $env:TWENTY_API_KEY = $before }
    }

    It 'sends a key to no other host than its first, unless forced' {
        $null = Connect-Twenty
        $other = Start-Double twenty, --port, 0, --key, $env:TWENTY_API_KEY
        try {
            { Connect-Crm twenty -Uri $other.Twenty -ErrorAction Stop } | Should -Throw -ErrorId 'KeyBoundElsewhere,*'
            (Invoke-RestMethod "$($other.Twenty)/_double/journal") | Should -BeNullOrEmpty
            (Connect-Crm twenty -Uri $other.Twenty -Force -WarningAction Ignore).Uri | Should -Be $other.Twenty
        }
        finally { Stop-Double $other }
    }

    It 'connects one of each system' {
        $null = Connect-Twenty
        { Connect-Crm second -Provider Twenty -Uri $twenty -ApiKeyVariable TWENTY_API_KEY -ErrorAction Stop } | Should -Throw -ErrorId 'ProviderConnected,*'
    }

    It 'writes the plan under -WhatIf, and makes no connection' {
        $journal = Invoke-RestMethod "$twenty/_double/journal"
        $plan = Connect-Crm twenty -Provider Twenty -Uri $twenty -ApiKeyVariable TWENTY_API_KEY -WhatIf
        $plan[0].GetType().FullName | Should -Be 'Progress.Sync.SyncPlanStep'
        Get-CrmSyncStatus | Should -BeNullOrEmpty
        Invoke-RestMethod "$twenty/_double/journal" | Should -Be $journal
    }

    It 'is connected although another pass is at work' {
        $null = Connect-Twenty
        $lease = Lock-Connection twenty
        try {
            # Waiting for it takes ten seconds.
            (Connect-Crm twenty -WarningVariable warnings -WarningAction SilentlyContinue).Name | Should -Be twenty
            "$warnings" | Should -BeLike '*is being synced by the other one*'
        }
        finally { $lease.Dispose() }
    }

    It 'leaves the key nowhere' {
        $written = Connect-Crm twenty -Provider Twenty -Uri $twenty -ApiKeyVariable TWENTY_API_KEY -PerMinute 6000 -Verbose *>&1
        $written += Initialize-CrmSchema twenty -Verbose *>&1
        $written += Invoke-CrmSync -Verbose *>&1
        $written += Get-CrmSyncStatus | Format-List * | Out-String
        "$written" | Should -BeLike '*GET /rest/*'
        (Get-AllText $written) -join '' | Should -Not -BeLike "*$env:TWENTY_API_KEY*"
        Invoke-RestMethod "$twenty/_double/journal" | Should -Not -BeLike "*$env:TWENTY_API_KEY*"
    }

    It 'starts the background sync when asked to, which ends with the module' {
        $script = "
            Import-Module '$((Get-Module Progress).ModuleBase)'
            `$null = Connect-Crm twenty -Provider Twenty -Uri $twenty -ApiKeyVariable TWENTY_API_KEY -PerMinute 6000 -WarningAction Ignore ARGUMENTS
            `$null = Add-RepActivity -Rep 'Kaya Novak' -Kind deal_closed
            `$until = [datetime]::UtcNow.AddSeconds(5)
            do { Start-Sleep -Milliseconds 100 } while ((Get-CrmSyncLog).Count -lt 2 -and [datetime]::UtcNow -lt `$until)
            (Get-CrmSyncLog).Count
            Remove-Module Progress"
        $count = { [int] (& ([Environment]::ProcessPath) -NoProfile -NonInteractive -Command $script.Replace('ARGUMENTS', $args[0])) }
        & $count '-NoBackground:$false' | Should -BeGreaterThan 1
        New-TestStore
        & $count '' | Should -Be 1
    }
}
