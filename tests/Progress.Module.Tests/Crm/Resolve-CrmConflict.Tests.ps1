BeforeAll { . $PSScriptRoot/../Doubles.ps1; . $PSScriptRoot/Conflict.ps1 }
AfterAll { Stop-Double }

Describe 'Resolve-CrmConflict' {
    # What was settled in the workspace stays settled: each test has a rep to itself.
    BeforeAll { $names = [Collections.Queue]::new(@('Kaya Novak', 'Tara Tanaka', 'Tara Usman', 'Uma Weber', 'Søren Fischer')) }

    BeforeEach {
        $name = $names.Dequeue()
        New-Conflict $name
        $shown = (Get-RepProgression $name).TotalXp
        $id = (Get-CrmConflict).Id
    }

    It 'puts our value back with the next sync' {
        Get-CrmConflict | Resolve-CrmConflict -Use Local -Reason 'an old script' | Should -BeNullOrEmpty
        Get-CrmConflict | Should -BeNullOrEmpty
        (Invoke-CrmSync twenty).Pending | Should -Be 0
        (Get-DoubleRecord | Where-Object name -eq $name).totalXp | Should -Be $shown
        (Get-RepProgression $name).TotalXp | Should -Be $shown
        $entry = Get-ProgressAudit conflict -First 1
        $entry.Reason, $entry.Key | Should -Be 'an old script', "$id"
    }

    It 'writes the resolved one where asked, and leaves what is shown' {
        $resolved = Resolve-CrmConflict $id -Use Remote -PassThru
        "$($resolved.Used)" | Should -Be Remote
        $resolved.NextStep | Should -BeNullOrEmpty
        (Get-RepProgression $name).TotalXp | Should -BeLessOrEqual $shown
    }

    It 'changes nothing under -WhatIf' {
        Resolve-CrmConflict $id -Use Local -PassThru -WhatIf | Should -BeNullOrEmpty
        (Get-CrmConflict).Id | Should -Be $id
    }

    It 'goes on behind a number that is none, and resolves nothing twice' {
        4711, $id | Resolve-CrmConflict -Use Local -ErrorVariable failures -ErrorAction SilentlyContinue
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'ConflictNotFound,*'
        { Resolve-CrmConflict $id -Use Local -ErrorAction Stop } | Should -Throw -ErrorId 'ConflictResolved,*'
    }

    It 'completes numbers of open conflicts, and tells whose' {
        $match = (TabExpansion2 'Resolve-CrmConflict ').CompletionMatches
        $match.CompletionText | Should -Be "$id"
        $match.ToolTip | Should -BeLike "$name, totalXp: * here, * there"
    }
}
