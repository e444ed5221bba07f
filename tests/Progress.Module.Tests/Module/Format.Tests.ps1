BeforeAll {
    . $PSScriptRoot/../SampleStore.ps1
    $module = (Get-Module Progress).ModuleBase
    [xml] $formats = Get-Content (Join-Path $module 'Progress.Format.ps1xml') -Raw
    $views = $formats.Configuration.ViewDefinitions.View
    function Show($Objects) { ($Objects | Out-String -Width 100).TrimEnd() -split "`n" }
}

Describe 'Views' {
    It 'are for types that exist' {
        $core = [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'Progress.Core' }
        foreach ($view in $views) {
            $core.GetType($view.ViewSelectedBy.TypeName) | Should -Not -BeNullOrEmpty -Because "$($view.ViewSelectedBy.TypeName) has a view"
        }
    }

    It 'name properties that exist' {
        $core = [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'Progress.Core' }
        foreach ($view in $views) {
            $type = $core.GetType($view.ViewSelectedBy.TypeName)
            $named = @($view.SelectNodes('.//PropertyName').InnerText) + @([regex]::Matches(($view.SelectNodes('.//ScriptBlock').InnerText -join ' '), '\$_\.(\w+)').ForEach{ $_.Groups[1].Value })
            foreach ($property in $named | Where-Object { $_ }) {
                if ($view.Name -in 'StoreTest', 'SetupTest', 'CrmSchemaTest') { continue }
                $type.GetProperty($property) | Should -Not -BeNullOrEmpty -Because "the view of $type shows $property"
            }
        }
    }

    It 'have at most six columns' {
        foreach ($view in $views) { $view.SelectNodes('.//TableColumnHeader').Count | Should -BeLessOrEqual 6 }
    }

    It 'exist for whatever a command writes' {
        $written = foreach ($command in Get-Command -Module Progress) { $command.OutputType.Name }
        foreach ($type in $written | Where-Object { $_ -like 'Progress.*' } | Select-Object -Unique) {
            $views.ViewSelectedBy.TypeName | Should -Contain $type
        }
    }

    It 'fit a screen of 100 columns: <Code>' -ForEach @(
        @{ Code = 'Get-Rep' }
        @{ Code = 'Get-RepProgression -AsOf $asOf' }
        @{ Code = '(Get-RepProgression -AsOf $asOf).Missing' }
        @{ Code = '(Get-RepProgression -AsOf $asOf -Explain)[0].Explanation' }
        @{ Code = 'Get-RepMetric -AsOf $asOf' }
        @{ Code = 'Get-RepBadge -AsOf $asOf' }
        @{ Code = 'Get-RepDiagnosis -AsOf $asOf' }
        @{ Code = 'Get-RepLeaderboard -AsOf $asOf' }
        @{ Code = 'Get-RepRisk -AsOf $asOf' }
        @{ Code = 'Get-RepXp -First 20' }
        @{ Code = 'Get-RepActivity -First 20' }
        @{ Code = 'Get-RepAchievement -First 20' }
        @{ Code = 'Get-CallNote -First 20' }
        @{ Code = 'Get-Customer' }
        @{ Code = 'Get-TaskCatalog' }
        @{ Code = 'Get-TaskProgress -First 20' }
        @{ Code = 'Get-CustomerProgress -AsOf $customersAsOf' }
        @{ Code = '(Get-CustomerProgress CUST_02 -AsOf $customersAsOf -Explain).Explanation' }
        @{ Code = 'Get-TaskRecommendation CUST_02 -AsOf $customersAsOf' }
        @{ Code = 'Get-ProgressAudit -First 20' }
        @{ Code = 'Get-ProgressionRule' }
    ) {
        $lines = Show (Invoke-Expression $Code)
        $lines.Count | Should -BeGreaterThan 3
        $lines | Where-Object { $_ -match '^[- ]{20,}$' } | Should -Not -BeNullOrEmpty -Because 'it is a table'
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 100
    }

    It 'show what fits a screen of 80 columns whole: <Code>' -ForEach @(
        @{ Code = 'Get-TaskProgress -First 20'; Whole = 'ProgressId', 'CustomerId', 'Status' }
        @{ Code = 'Get-CustomerProgress -AsOf $customersAsOf'; Whole = 'Name', 'CurrentMilestone' }
        @{ Code = 'Get-TaskRecommendation CUST_02 -AsOf $customersAsOf'; Whole = 'CustomerId', 'TaskId', 'PriorityLevel' }
        @{ Code = 'Get-TaskCatalog'; Whole = 'TaskId', 'Milestone', 'PriorityLevel' }
    ) {
        $objects = Invoke-Expression $Code
        $shown = $objects | Out-String -Width 80
        foreach ($object in $objects) { foreach ($property in $Whole) { $shown | Should -BeLike "*$($object.$property)*" } }
        (($shown -split "`n").TrimEnd() | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 80
    }

    It 'show rates in percent, and leave the values alone' {
        $metric = Get-RepMetric 'Kaya Novak' -AsOf $asOf | Where-Object Metric -eq Sub30sDropRate
        "$(Show $metric)" | Should -BeLike "*$('{0:0.0} %' -f ($metric.Value * 100))*"
        $metric.Value | Should -BeOfType double
        $metric.Value | Should -BeLessOrEqual 1
    }

    It 'show the same days in every culture: <_>' -ForEach 'th-TH', 'fa-IR', 'ar-SA' {
        $call = Get-CallNote -First 1
        $shown = "$(Show $call)"
        $before = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = $_
            "$(Show $call)" | Should -BeExactly $shown
        }
        finally {
            [cultureinfo]::CurrentCulture = $before
        }
    }

    It 'show an import with its counts' {
        "$(Show $demo.Summary)" | Should -Match "Read\s+: $($demo.Summary.Read)"
    }
}
