BeforeAll {
    . $PSScriptRoot/../SampleStore.ps1
}

Describe 'Get-RepMetric' {
    It 'gives one object per rep and metric' {
        $metrics = Get-RepMetric -AsOf $asOf
        $metrics.Count | Should -Be (6 * (Get-Rep).Count)
        $metrics | ForEach-Object { $_.PSObject.TypeNames[0] | Should -Be 'Progress.Reps.RepMetric' }
    }

    It 'takes reps by name, by pattern, by id and from the pipeline' {
        $rep = Get-Rep 'Kaya Novak'
        foreach ($metrics in (Get-RepMetric 'kaya novak' -AsOf $asOf), (Get-RepMetric kay* -AsOf $asOf), (Get-RepMetric $rep.RepId -AsOf $asOf), ($rep | Get-RepMetric -AsOf $asOf), ('Kaya Novak' | Get-RepMetric -AsOf $asOf), ([pscustomobject]@{ RepId = "$($rep.RepId)" } | Get-RepMetric -AsOf $asOf)) {
            $metrics.Count | Should -Be 6
            $metrics.Name | Select-Object -Unique | Should -Be 'Kaya Novak'
        }
    }

    It 'answers an unknown name with an error and the others with their metrics' {
        $metrics = Get-RepMetric nobody, 'Kaya Novak' -AsOf $asOf -ErrorAction SilentlyContinue -ErrorVariable problems
        $metrics.Count | Should -Be 6
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -Be 'RepNotFound,Progress.Commands.GetRepMetricCommand'
        $problems[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $problems[0].TargetObject | Should -Be 'nobody'
    }

    It 'ends on an unknown name under -ErrorAction Stop' {
        { Get-RepMetric nobody -ErrorAction Stop } | Should -Throw -ErrorId 'RepNotFound,Progress.Commands.GetRepMetricCommand'
    }

    It 'says nothing of a pattern that fits nobody, nor of an empty pipeline' {
        Get-RepMetric zz* -AsOf $asOf | Should -BeNullOrEmpty
        Get-Rep zz* | Get-RepMetric -AsOf $asOf | Should -BeNullOrEmpty
    }

    It 'gives every rate with its numerator and denominator, and null without one' {
        foreach ($metric in Get-RepMetric -AsOf $asOf) {
            if ($metric.Denominator -eq 0) { $metric.Value | Should -BeNullOrEmpty }
            else { $metric.Value | Should -Be ($metric.Numerator / $metric.Denominator) }
        }
    }

    It 'takes another window' {
        $metric = Get-RepMetric 'Kaya Novak' -Days 3 -AsOf $asOf | Where-Object Metric -eq ConnectRate
        $metric.From | Should -Be $asOf.AddDays(-2)
        $metric.To | Should -Be $asOf
    }

    It 'refuses a window without days' {
        { Get-RepMetric -Days 0 -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidDays,*'
    }

    It 'refuses a date that is not ISO 8601' {
        { Get-RepMetric -AsOf 03/04/2026 } | Should -Throw '*ISO 8601*'
    }

    It 'explains its values when asked to' {
        Get-RepMetric -AsOf $asOf | Where-Object { $null -ne $_.Explanation } | Should -BeNullOrEmpty
        foreach ($metric in Get-RepMetric -AsOf $asOf -Explain | Where-Object Metric -eq ConnectRate) {
            ($metric.Explanation | Measure-Object Numerator -Sum).Sum | Should -Be $metric.Numerator
        }
    }

    It 'gives a page of the list' {
        $all = Get-RepMetric -AsOf $asOf
        $page = Get-RepMetric -AsOf $asOf -Skip 2 -First 3
        $page.Count | Should -Be 3
        $page[0].Metric | Should -Be $all[2].Metric
    }

    It 'completes names, with quotes where they are needed' {
        (TabExpansion2 'Get-RepMetric kay').CompletionMatches.CompletionText | Should -Be "'Kaya Novak'"
    }
}
