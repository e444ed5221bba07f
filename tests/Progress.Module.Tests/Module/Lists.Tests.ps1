BeforeDiscovery {
    $readers = Get-Command -Module Progress -Verb Get, Test | Where-Object { $_.Name -notlike '*Crm*' } | Where-Object {
        -not ($_.Parameters.Values.Attributes | Where-Object { $_ -is [Parameter] -and $_.Mandatory })
    }
}

BeforeAll {
    . $PSScriptRoot/../SampleStore.ps1

    # Lists that the C# compiler makes up are no lists to PowerShell: of them [0] is the whole.
    function Find-MadeUpList([object] $Value, [string] $Path, [int] $Depth = 0) {
        if ($null -eq $Value -or $Value -is [string] -or $Depth -gt 4) { return }
        $type = $Value.GetType()
        if ($type.Name.StartsWith('<>')) { $Path }
        if ($Value -is [System.Collections.IEnumerable]) {
            foreach ($item in @($Value) | Select-Object -First 3) { Find-MadeUpList $item "$Path[]" ($Depth + 1) }
        }
        elseif ($type.Namespace -like 'Progress*') {
            foreach ($property in $type.GetProperties()) { Find-MadeUpList $property.GetValue($Value) "$Path.$($property.Name)" ($Depth + 1) }
        }
    }
}

Describe 'Lists of <_>' -ForEach $readers {
    It 'can be indexed' {
        $arguments = @{}
        foreach ($name in 'Explain', 'Since') {
            if ($_.Parameters.ContainsKey($name)) { $arguments[$name] = $name -eq 'Explain' ? $true : '2026-09-01' }
        }

        $found = & $_ @arguments -ErrorAction SilentlyContinue | Select-Object -First 20 | ForEach-Object { Find-MadeUpList $_ $_.GetType().Name } | Sort-Object -Unique
        $found | Should -BeNullOrEmpty
    }
}
