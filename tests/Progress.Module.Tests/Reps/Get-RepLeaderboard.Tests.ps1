BeforeAll {
    . $PSScriptRoot/../SampleStore.ps1
}

Describe 'Get-RepLeaderboard' {
    It 'ranks by XP' {
        $places = Get-RepLeaderboard -AsOf $asOf
        $places.Place | Should -Be (1..(Get-Rep).Count)
        $places.Value | Should -Be ((Get-RepProgression -AsOf $asOf).TotalXp | Sort-Object -Descending)
    }

    It 'ranks by the week''s XP and by rates' {
        (Get-RepLeaderboard Week -AsOf $asOf)[0].By | Should -Be 'Week'
        $places = Get-RepLeaderboard -By connectrate -AsOf $asOf
        $places.RankedBy | Should -Be ($places.RankedBy | Sort-Object -Descending)
        $places[0].RankedBy | Should -BeLessThan $places[0].Value
    }

    It 'takes only some places' {
        (Get-RepLeaderboard -Top 2 -AsOf $asOf).Count | Should -Be 2
        (Get-RepLeaderboard -Skip 1 -First 1 -AsOf $asOf).Place | Should -Be 2
        { Get-RepLeaderboard -Top 0 -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidTop,Progress.Commands.GetRepLeaderboardCommand'
    }

    It 'refuses a board that there is none of' {
        { Get-RepLeaderboard -By Juggling -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidBoard,Progress.Commands.GetRepLeaderboardCommand'
    }

    It 'completes boards' {
        (TabExpansion2 'Get-RepLeaderboard -By show').CompletionMatches.CompletionText | Should -Be 'ShowRate'
    }
}
