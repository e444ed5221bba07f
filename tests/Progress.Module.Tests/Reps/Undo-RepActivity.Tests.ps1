BeforeAll {
    . $PSScriptRoot/../SampleStore.ps1
}

Describe 'Undo-RepActivity' {
    BeforeEach {
        $deal = Add-RepActivity 'Kaya Novak' deal_closed -At 2026-09-30
        $before = Get-RepProgression 'Kaya Novak' -AsOf $asOf
    }

    It 'asks for a reason' {
        (Get-Command Undo-RepActivity).Parameters['Reason'].Attributes.Mandatory | Should -BeTrue
    }

    It 'corrects the counters, keeps the XP, and is silent' {
        Undo-RepActivity $deal.Id -Reason 'another rep''s' | Should -BeNullOrEmpty
        $after = Get-RepProgression 'Kaya Novak' -AsOf $asOf
        $after.ClosedDeals | Should -Be ($before.ClosedDeals - 1)
        $after.TotalXp | Should -Be $before.TotalXp
        (Get-RepActivity 'Kaya Novak' | Where-Object Id -eq $deal.Id).Status | Should -Be 'Undone'
        (Get-ProgressAudit -Entity activity | Where-Object Key -eq $deal.Id).Reason | Should -Contain 'another rep''s'
    }

    It 'takes activities and ids from the pipeline, and writes them with -PassThru' {
        ($deal | Undo-RepActivity -Reason mistake -PassThru).Status | Should -Be 'Undone'
        ($deal.Id | Undo-RepActivity -Reason mistake -PassThru).Status | Should -Be 'Undone'
        ([pscustomobject]@{ Id = $deal.Id; Kind = 'x' } | Undo-RepActivity -Reason mistake -PassThru).Id | Should -Be $deal.Id
    }

    It 'changes nothing under -WhatIf' {
        Undo-RepActivity $deal.Id -Reason mistake -WhatIf
        (Get-RepProgression 'Kaya Novak' -AsOf $asOf).ClosedDeals | Should -Be $before.ClosedDeals
    }

    It 'goes on after an unknown id' {
        $undone = Undo-RepActivity none, $deal.Id -Reason mistake -PassThru -ErrorAction SilentlyContinue -ErrorVariable problems
        $undone.Id | Should -Be $deal.Id
        $problems.FullyQualifiedErrorId | Should -Be 'ActivityNotFound,Progress.Commands.UndoRepActivityCommand'
        $problems[0].TargetObject | Should -Be 'none'
    }
}
