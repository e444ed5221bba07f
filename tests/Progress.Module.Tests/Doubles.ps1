# Dot-source in BeforeAll: doubles of Twenty, RedHawk and Airtable on sample data, in a process of their own; Stop-Double in AfterAll ends it.
$bin = Split-Path (Get-Module Progress).ModuleBase
$samples = Join-Path (Get-Module Progress).ModuleBase samples

# A key as Twenty makes it, which expires in so many days.
function New-TestKey([double] $Days = 365, [string] $Id = [guid]::NewGuid()) {
    $part = { [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes(($args[0] | ConvertTo-Json -Compress))).TrimEnd('=').Replace('+', '-').Replace('/', '_') }
    $expires = [DateTimeOffset]::UtcNow.AddDays($Days).ToUnixTimeSeconds()
    "$(& $part @{ alg = 'HS256'; typ = 'JWT' }).$(& $part @{ sub = $Id; type = 'API_KEY'; exp = $expires; jti = $Id }).c2lnbmF0dXJlLW9mLXRoZS1kb3VibGU"
}

# Starts doubles, which print their addresses and then 'Ctrl+C ends.'
function Start-Double([string[]] $Arguments) {
    $start = [Diagnostics.ProcessStartInfo]::new($env:DOTNET_HOST_PATH ? $env:DOTNET_HOST_PATH : 'dotnet')
    'exec', (Join-Path $bin Progress.Doubles.dll) + $Arguments | ForEach-Object { $start.ArgumentList.Add($_) }
    $start.RedirectStandardOutput = $start.RedirectStandardInput = $true
    $started = @{ Process = [Diagnostics.Process]::Start($start) }
    while (($line = $started.Process.StandardOutput.ReadLine()) -ne 'Ctrl+C ends.') {
        if ($null -eq $line) { throw "The doubles did not start: $Arguments" }
        if ($line -match '^(Twenty|RedHawk|Airtable)\s+(http\S+)/') { $started[$Matches[1]] = $Matches[2] }
    }
    $started
}

function Stop-Double($Started = $double) { $Started.Process.Kill(); $Started.Process.Dispose() }

# What a person, another program or a fault does to the double.
function Send-Double([string] $What, [hashtable] $Body = @{}) {
    $null = Invoke-RestMethod "$twenty/_double/$What" -Method Post -Body ($Body | ConvertTo-Json) -ContentType application/json
}

function Get-DoubleRecord { Invoke-RestMethod "$twenty/_double/records/repProgressions" | ForEach-Object { $_ } | Where-Object { -not $_.deletedAt } }

# A new store in a folder of its own.
function New-TestStore {
    $folder = New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid()))
    $env:PROGRESS_STORE = Join-Path $folder progress.db
}

# Connects it, with no limit worth waiting for.
function Connect-Twenty { Connect-Crm twenty -Provider Twenty -Uri $twenty -ApiKeyVariable TWENTY_API_KEY -PerMinute 6000 -WarningAction Ignore @args }

# Connects it with the base of the samples.
function Connect-Base { Connect-Crm base -Provider Airtable -Base appProgressDemo01 -Uri $airtable -ApiKeyVariable AIRTABLE_API_KEY -WarningAction Ignore @args }

# Another pass that is at work until it is disposed.
function Lock-Connection([string] $Name) {
    $core = [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'Progress.Core' }
    $location = Connect-ProgressStore; Disconnect-ProgressStore
    $options = $core.GetType('Progress.Store.StoreOptions')::new()
    $options.GetType().GetProperty('Command').SetValue($options, 'the test')
    $other = $core.GetType('Progress.Store.ProgressStore')::Open($location, $options)
    $core.GetType('Progress.Sync.SyncLease').GetMethod('TryTake').Invoke($null, @($other.psobject.BaseObject, $Name, 'the other one'))
}

# Everything that anybody could read, for a search of keys.
function Get-AllText([object[]] $Written) {
    $files = Get-ChildItem (Split-Path $env:PROGRESS_STORE) -File | ForEach-Object { [Text.Encoding]::Latin1.GetString([IO.File]::ReadAllBytes($_)) }
    $files + ($Written | Out-String -Width 4000) + ($Written | ForEach-Object { "$_" }) + (($Error | ForEach-Object { $_.Exception }) -join "`n")
}

$env:TWENTY_API_KEY = New-TestKey
$env:AIRTABLE_API_KEY = 'patTestToken00001.' + ('0123456789abcdef' * 4)
$double = Start-Double demo, --twenty-port, 0, --redhawk-port, 0, --airtable-port, 0, --key, $env:TWENTY_API_KEY, --token, $env:AIRTABLE_API_KEY
$twenty, $redHawk, $airtable = $double.Twenty, $double.RedHawk, $double.Airtable
