BeforeAll {
    . $PSScriptRoot/../SampleStore.ps1
    $open = Get-TaskProgress -Status in_progress -First 5
}

Describe 'Set-TaskProgress' {
    It 'changes what is given, is silent, and keeps why' {
        Set-TaskProgress $open[0].ProgressId -Status completed -CompletedDate 2026-10-20 -PlatformToolUsed icpAnalysis -Reason 'seen it' | Should -BeNullOrEmpty
        $now = Get-TaskProgress $open[0].CustomerId | Where-Object ProgressId -eq $open[0].ProgressId
        $now.Status, "$($now.CompletedDate.ToString('o'))", $now.PlatformToolUsed, $now.TaskName | Should -Be completed, 2026-10-20, icp-analysis, $open[0].TaskName
        (Get-ProgressAudit -Entity taskProgress | Where-Object Key -eq "$($now.SyncKey)")[0].Reason | Should -Be 'seen it'
    }

    It 'gives a completed record today''s date, and takes it from one that is not' {
        (Set-TaskProgress $open[1].ProgressId -Status completed -PassThru).CompletedDate | Should -Be ([dateonly]::FromDateTime([datetime]::UtcNow))
        (Set-TaskProgress $open[1].ProgressId -Status skipped -PassThru).CompletedDate | Should -BeNullOrEmpty
    }

    It 'takes records of the pipeline, by their key' {
        $changed = $open[2, 3] | Set-TaskProgress -CompletionNotes 'in talks' -PassThru
        $changed.SyncKey | Should -Be $open[2, 3].SyncKey
        $changed.CompletionNotes | Should -Be 'in talks', 'in talks'
        (Set-TaskProgress "$($open[2].SyncKey)" -CompletionNotes '' -PassThru).CompletionNotes | Should -BeNullOrEmpty
    }

    It 'refuses <Case>, and says what is allowed' -ForEach @(
        @{ Case = 'a record that is not there'; Id = 'TaskProgressNotFound'; Code = 'PROG_9999'; With = @{ Status = 'skipped' }; Says = "*'PROG_9999'*PROG_0001*" }
        @{ Case = 'an impact of eleven'; Id = 'InvalidImpact'; With = @{ CompetencyImpact = 11 }; Says = "CompetencyImpact is '11'; allowed: a whole number from 1 to 10." }
        @{ Case = 'a date of what is not completed'; Id = 'DateWithoutCompletion'; With = @{ CompletedDate = '2026-10-01' }; Says = "CompletedDate is '2026-10-01': Status is 'in_progress'*" }
        @{ Case = 'an unknown option'; Id = 'InvalidOption'; With = @{ PriorityLevel = 'asap' }; Says = "PriorityLevel is 'asap'; allowed: critical, high, medium, low." }
        @{ Case = 'no name'; Id = 'ValueMissing'; With = @{ TaskName = ' ' }; Says = 'TaskName is missing*' }
    ) {
        $failure = { Set-TaskProgress ($Code ?? $open[4].ProgressId) @With -ErrorAction Stop } | Should -Throw -ErrorId "$Id,Progress.Commands.SetTaskProgressCommand" -PassThru
        $failure.Exception.Message | Should -BeLike $Says
    }

    It 'answers a bad one with an error, and changes the others' {
        $changed = 'PROG_9999', $open[4].ProgressId | Set-TaskProgress -CompetencyImpact 9 -PassThru -ErrorAction SilentlyContinue -ErrorVariable problems
        $changed.CompetencyImpact | Should -Be 9
        $problems.Count | Should -Be 1
    }

    It 'changes nothing under -WhatIf, and names the record' {
        $before = Get-TaskProgress | Out-String
        Set-TaskProgress PROG_0001 -Status skipped -WhatIf
        Get-TaskProgress | Out-String | Should -Be $before
    }

    It 'completes codes and options' {
        (TabExpansion2 'Set-TaskProgress PROG_0001').CompletionMatches.CompletionText | Should -Be PROG_0001
        (TabExpansion2 'Set-TaskProgress x -Status in').CompletionMatches.CompletionText | Should -Be in_progress
    }
}
