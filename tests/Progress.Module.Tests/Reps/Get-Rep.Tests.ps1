BeforeAll {
    . $PSScriptRoot/../SampleStore.ps1
}

Describe 'Get-Rep' {
    It 'lists active reps by name' {
        $reps = Get-Rep
        $reps.Count | Should -Be $demo.Reps
        $names = [string[]](Import-Csv (Join-Path (Get-Module Progress).ModuleBase 'samples/reps.csv')).Name
        [array]::Sort($names, [StringComparer]::Ordinal)
        $reps.Name | Should -Be $names
    }

    It 'takes several names and patterns' {
        (Get-Rep 'kaya novak', tara*).Name | Should -Be 'Kaya Novak', 'Tara Tanaka', 'Tara Usman'
    }

    It 'answers a literal miss with an error, a pattern miss with silence' {
        Get-Rep zz* -ErrorAction Stop | Should -BeNullOrEmpty
        { Get-Rep nobody -ErrorAction Stop } | Should -Throw -ErrorId 'RepNotFound,Progress.Commands.GetRepCommand'
    }

    It 'finds a name that reads as a pattern' {
        $path = (Backup-ProgressStore (Join-Path $TestDrive 'east.db')).Path
        $rep = New-Rep (New-Guid) 'Ana [East] *' -Store $path
        (Get-Rep 'ana [east] *' -Store $path).RepId | Should -Be $rep.RepId
        (Set-Rep 'Ana [East] *' -RedHawkId e-1 -PassThru -Store $path).RepId | Should -Be $rep.RepId
    }

    It 'takes what is no pattern for a name' {
        { Get-Rep '[z-a]*' -ErrorAction Stop } | Should -Throw -ErrorId 'RepNotFound,Progress.Commands.GetRepCommand'
    }

    It 'lists inactive reps where asked to' {
        Set-Rep 'Tara Usman' -Active $false
        (Get-Rep).Name | Should -Not -Contain 'Tara Usman'
        (Get-Rep -IncludeInactive).Name | Should -Contain 'Tara Usman'
    }

    It 'gives a page, and the total where asked to' {
        (Get-Rep -Skip 1 -First 2).Name | Should -Be (Get-Rep).Name[1..2]
        "$((Get-Rep -First 1 -IncludeTotalCount)[0])" | Should -BeLike "*$((Get-Rep).Count)*"
    }

    It 'completes names' {
        (TabExpansion2 'Get-Rep łuk').CompletionMatches.CompletionText | Should -Be "'Łukasz Khan'"
    }

    It 'refuses to read from a store that does not exist, and makes none' {
        $missing = Join-Path $TestDrive 'no/such/typo.db'
        { Get-Rep -Store $missing } | Should -Throw -ErrorId 'StoreNotFound,*'
        Split-Path $missing | Should -Not -Exist
    }
}
