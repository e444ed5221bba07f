BeforeAll { . $PSScriptRoot/../Doubles.ps1; . $PSScriptRoot/Conflict.ps1 }
AfterAll { Stop-Double }

Describe 'Get-CrmConflict' {
    BeforeAll { New-Conflict 'Kaya Novak' }

    It 'lists what waits for a decision, with both values and what to do' {
        $conflict = Get-CrmConflict
        $conflict.GetType().FullName | Should -Be 'Progress.Sync.CrmConflict'
        $conflict.Connection, $conflict.Name, $conflict.Field, "$($conflict.Kind)" | Should -Be twenty, 'Kaya Novak', totalXp, Lowered
        [int] $conflict.Remote | Should -BeLessThan ([int] $conflict.Local)
        $conflict.NextStep | Should -BeLike "Resolve-CrmConflict $($conflict.Id) *"
        (Get-CrmConflict t* -First 1).Id | Should -Be $conflict.Id
        Get-CrmConflict -Skip 1 | Should -BeNullOrEmpty
    }

    It 'is a table that fits 100 columns' {
        $lines = (Get-CrmConflict | Out-String -Width 100).Split("`n")
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 100
    }

    It 'finds one by its number, also when it is resolved' {
        $id = (Get-CrmConflict).Id
        (Get-CrmConflict -Id $id).Field | Should -Be totalXp
        Resolve-CrmConflict $id -Use Remote
        Get-CrmConflict | Should -BeNullOrEmpty
        "$((Get-CrmConflict -IncludeResolved).Used)" | Should -Be Remote
        (Get-CrmConflict -Id $id).Resolved | Should -Not -BeNullOrEmpty
        { Get-CrmConflict -Id 4711 -ErrorAction Stop } | Should -Throw -ErrorId 'ConflictNotFound,*'
    }
}
