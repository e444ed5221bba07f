# Dot-source after Doubles.ps1: makes a store with a conflict, as a program wrote over XP in Twenty without looking.
function New-Conflict([string] $Name) {
    New-TestStore
    $null = Connect-Twenty
    $null = Initialize-CrmSchema twenty
    $null = Invoke-CrmSync twenty
    $headers = @{ Authorization = "Bearer $env:TWENTY_API_KEY" }
    $record = Get-DoubleRecord | Where-Object name -eq $Name
    $null = Invoke-RestMethod "$twenty/rest/repProgressions/$($record.id)" -Method Patch -Headers $headers -ContentType application/json -Body '{"totalXp":1}'
    $null = Invoke-CrmSync twenty
}
