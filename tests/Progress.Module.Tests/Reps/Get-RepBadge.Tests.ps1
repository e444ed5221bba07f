BeforeAll {
    . $PSScriptRoot/../SampleStore.ps1
}

Describe 'Get-RepBadge' {
    It 'lists the tiers that the progression names' {
        foreach ($rep in Get-RepProgression -AsOf $asOf) {
            $earned = @(Get-RepBadge $rep.RepId -Earned -AsOf $asOf)
            $earned | ForEach-Object { "$($_.Badge).$($_.Tier)" } | Sort-Object | Should -Be ($rep.Badges | Sort-Object)
            $earned | Where-Object { -not $_.EarnedOn } | Should -BeNullOrEmpty
        }
    }

    It 'says how far the next tier is' {
        $next = Get-RepBadge 'Kaya Novak' opener_elite -AsOf $asOf | Where-Object Earned -eq $false
        $next.Tier, $next.Comparison, $next.Need, $next.Unit, $next.WindowDays | Should -Be 'bronze', '<', 0.5, 'rate', 7
        $next.Have | Should -BeOfType double
    }

    It 'takes badges with wildcards' {
        (Get-RepBadge 'Kaya Novak' -Badge em*, closer -AsOf $asOf).Badge | Sort-Object -Unique | Should -Be 'closer', 'email_expert'
        Get-RepBadge -Badge zz* -ErrorAction Stop | Should -BeNullOrEmpty
        { Get-RepBadge -Badge juggler -ErrorAction Stop } | Should -Throw -ErrorId 'BadgeNotFound,Progress.Commands.GetRepBadgeCommand'
    }

    It 'takes reps from the pipeline, and gives a page' {
        $all = Get-Rep 'Kaya Novak' | Get-RepBadge -AsOf $asOf
        $all.Name | Select-Object -Unique | Should -Be 'Kaya Novak'
        (Get-RepBadge 'Kaya Novak' -AsOf $asOf -Skip 1 -First 2).Badge | Should -Be $all.Badge[1..2]
        { Get-RepBadge nobody -ErrorAction Stop } | Should -Throw -ErrorId 'RepNotFound,*'
    }

    It 'completes badges' {
        (TabExpansion2 'Get-RepBadge -Badge open').CompletionMatches.CompletionText | Should -Be 'opener_elite'
    }
}
