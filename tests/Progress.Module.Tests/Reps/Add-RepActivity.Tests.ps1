BeforeAll {
    . $PSScriptRoot/../SampleStore.ps1
    $samples = Join-Path (Get-Module Progress).ModuleBase 'samples/activities.csv'
    $kaya = (Get-Rep 'Kaya Novak').RepId
}

Describe 'Add-RepActivity' {
    It 'enters an activity at a time in the rep''s zone, and writes it' {
        $entered = Add-RepActivity 'Kaya Novak' appointment -At 2026-09-30T14:05 -LeadId lead-1 -Id a-1 -Count 2
        $entered.PSObject.TypeNames[0] | Should -Be 'Progress.Reps.RepActivity'
        $entered.Kind, $entered.Count, $entered.Xp, $entered.Status | Should -Be 'appointment_set', 2, 200, 'Recorded'
        $entered.At.ToString('o') | Should -Be '2026-09-30T18:05:00.0000000Z'
        (Add-RepActivity 'Kaya Novak' appointment -At 2026-09-30T14:05 -LeadId lead-1 -Id a-1 -Count 2).Status | Should -Be 'Duplicate'
    }

    It 'takes the rows of a file' {
        $entered = Import-Csv $samples | Add-RepActivity
        $entered.Count | Should -Be (Import-Csv $samples).Count
        $entered.Status | Select-Object -Unique | Should -Be 'Duplicate'
    }

    It 'enters more than a page, and writes all in order' {
        $rows = 1..1201 | ForEach-Object { [pscustomobject]@{ Rep = 'Uma Weber'; Kind = 'note_added'; At = '2026-09-29T12:00'; Id = "n-$_" } }
        $entered = $rows | Add-RepActivity
        $entered.Id | Should -Be $rows.Id
        (Get-RepActivity 'Uma Weber' | Where-Object Id -like n-*).Count | Should -Be 1201
    }

    It 'takes an empty cell for nothing' {
        $entered = [pscustomobject]@{ RepId = "$kaya"; Kind = 'note_added'; At = ''; Count = ''; LeadId = ''; Id = '' } | Add-RepActivity
        $entered.Count, $entered.LeadId | Should -Be 1, $null
        $entered.At | Should -BeGreaterThan ([datetime]::UtcNow.AddMinutes(-5))
    }

    It 'answers each bad row with an error, and enters the others' {
        $row = { param($change) [pscustomobject](@{ Rep = 'Kaya Novak'; Kind = 'note_added'; At = '2026-09-29'; Count = '1' } + @{} | ForEach-Object { foreach ($key in $change.Keys) { $_[$key] = $change[$key] }; $_ }) }
        $rows = (& $row @{}), (& $row @{ Rep = 'nobody' }), (& $row @{ Kind = 'juggling' }), (& $row @{ At = '03/04/2026' }), (& $row @{ Count = '1.5' }), (& $row @{ Count = '0' }), (& $row @{ Kind = 'cadence_started' }), (& $row @{})
        $entered = $rows | Add-RepActivity -ErrorAction SilentlyContinue -ErrorVariable problems
        $entered.Count | Should -Be 2
        $problems.FullyQualifiedErrorId -replace ',.*' | Sort-Object | Should -Be @(
            'InvalidCount', 'LeadRequired', 'ParameterArgumentTransformationError', 'ParameterArgumentTransformationError', 'RepNotFound', 'UnknownActivityKind')
        ($problems | Where-Object FullyQualifiedErrorId -like RepNotFound*).TargetObject | Should -Be 'nobody'
        "$problems" | Should -BeLike "*'1.5' is not a whole number*"
        "$problems" | Should -BeLike "*'03/04/2026' is not a time*"
    }

    It 'ends at the first bad row under -ErrorAction Stop' {
        { Add-RepActivity nobody note_added -ErrorAction Stop } | Should -Throw -ErrorId 'RepNotFound,Progress.Commands.AddRepActivityCommand'
    }

    It 'takes reps from the pipeline' {
        (Get-Rep tara* | Add-RepActivity -Kind note_added).Name | Should -Be 'Tara Tanaka', 'Tara Usman'
    }

    It 'enters nothing under -WhatIf, and says what is wrong all the same' {
        $before = (Get-RepActivity).Count
        'Kaya Novak', 'nobody' | Add-RepActivity -Kind note_added -WhatIf -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        $problems.FullyQualifiedErrorId | Should -Be 'RepNotFound,Progress.Commands.AddRepActivityCommand'
        (Get-RepActivity).Count | Should -Be $before
    }

    It 'keeps the reason' {
        $entered = Add-RepActivity 'Kaya Novak' note_added -Reason 'told me on the phone'
        (Get-ProgressAudit -Entity activity | Where-Object Key -eq $entered.Id).Reason | Should -Be 'told me on the phone'
    }

    It 'completes reps and kinds' {
        (TabExpansion2 'Add-RepActivity kay').CompletionMatches.CompletionText | Should -Be "'Kaya Novak'"
        (TabExpansion2 'Add-RepActivity x appointment_').CompletionMatches.CompletionText | Should -Be 'appointment_set', 'appointment_held'
    }
}
