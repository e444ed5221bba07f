BeforeAll {
    . $PSScriptRoot/../SampleStore.ps1
}

Describe 'Set-CallNote' {
    It 'changes nothing under -WhatIf' {
        $before = (Get-CallNote -Unattributed).Count
        Get-CallNote -Unattributed | Set-CallNote -Rep 'Kaya Novak' -WhatIf | Should -BeNullOrEmpty
        (Get-CallNote -Unattributed).Count | Should -Be $before
    }

    It 'credits a call, is silent, and keeps the reason' {
        $call = Get-CallNote -Unattributed -First 1
        $xp = (Get-RepProgression 'Kaya Novak' -AsOf $asOf).TotalXp
        Set-CallNote $call.Id 'Kaya Novak' -Reason 'asked her' | Should -BeNullOrEmpty
        (Get-CallNote -Unattributed).Id | Should -Not -Contain $call.Id
        (Get-CallNote 'Kaya Novak').Id | Should -Contain $call.Id
        (Get-RepProgression 'Kaya Novak' -AsOf $asOf).TotalXp | Should -BeGreaterThan $xp
        (Get-ProgressAudit -Entity call | Where-Object Key -eq $call.Id).Reason | Should -Be 'asked her'
    }

    It 'takes calls from the pipeline, and writes them with -PassThru' {
        $credited = Get-CallNote -Unattributed -First 3 | Set-CallNote -Rep (Get-Rep 'Uma Weber') -PassThru
        $credited.Count | Should -Be 3
        $credited.Name | Select-Object -Unique | Should -Be 'Uma Weber'
    }

    It 'takes rows of a file' {
        $call = Get-CallNote -Unattributed -First 1
        $credited = [pscustomobject]@{ Id = "$($call.Id)"; Rep = 'Tara Usman' } | Set-CallNote -PassThru
        $credited.Name | Should -Be 'Tara Usman'
    }

    It 'goes on after a call that is unknown or credited to another' {
        $hers = (Get-CallNote 'Tara Tanaka' -First 1).Id
        $call = (Get-CallNote -Unattributed -First 1).Id
        $credited = (New-Guid), $hers, $call | Set-CallNote -Rep 'Kaya Novak' -PassThru -ErrorAction SilentlyContinue -ErrorVariable problems
        $credited.Id | Should -Be $call
        $problems.FullyQualifiedErrorId | Should -Be 'CallNotFound,Progress.Commands.SetCallNoteCommand', 'CallAttributed,Progress.Commands.SetCallNoteCommand'
        $problems.CategoryInfo.Category | Should -Be 'ObjectNotFound', 'ResourceExists'
    }

    It 'completes names' {
        (TabExpansion2 'Set-CallNote -Rep kay').CompletionMatches.CompletionText | Should -Be "'Kaya Novak'"
    }
}
