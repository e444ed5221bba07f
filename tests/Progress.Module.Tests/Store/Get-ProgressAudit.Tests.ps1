BeforeAll {
    . $PSScriptRoot/../SampleStore.ps1
    Set-Rep 'Kaya Novak' -StartDate 2026-08-01 -Reason 'told by her lead'
    Set-Rep 'Uma Weber' -StartDate 2026-08-02
}

Describe 'Get-ProgressAudit' {
    It 'lists changes, newest first' {
        $ids = (Get-ProgressAudit).Id
        $ids.Count | Should -BeGreaterThan 10
        $ids | Should -Be ($ids | Sort-Object -Descending)
    }

    It 'says who changed what, with which command and why' {
        $entry = Get-Rep 'Kaya Novak' | Get-ProgressAudit -Entity rep -First 1
        $entry.Command | Should -Be 'Set-Rep'
        $entry.Who | Should -Be ([Environment]::UserName)
        $entry.Reason | Should -Be 'told by her lead'
        ($entry.Old | ConvertFrom-Json).StartDate | Should -BeNullOrEmpty
        $entry.New | Should -BeLike '*2026-08-01*'
    }

    It 'keeps to one kind of thing' {
        (Get-ProgressAudit rep).Entity | Select-Object -Unique | Should -Be 'rep'
    }

    It 'keeps to what changed since a time' {
        Get-ProgressAudit -Since 2199-01-01 | Should -BeNullOrEmpty
        (Get-ProgressAudit -Since 2000-01-01T00:00:00Z).Count | Should -Be (Get-ProgressAudit).Count
    }

    It 'gives a page of the list' {
        (Get-ProgressAudit -Skip 1 -First 2).Id | Should -Be (Get-ProgressAudit).Id[1, 2]
        @(Get-Rep | Get-ProgressAudit -First 2).Count | Should -Be 2
        (Get-ProgressAudit -First 1 -IncludeTotalCount).Count | Should -Be 2 -Because 'the total comes first'
    }

    It 'completes kinds of things' {
        (TabExpansion2 'Get-ProgressAudit re').CompletionMatches.CompletionText | Should -Contain 'rep'
    }
}
