Describe 'Set-ProgressionRule' {
    BeforeEach {
        $folder = New-Item -ItemType Directory (Join-Path $TestDrive (New-Guid))
        $env:PROGRESS_STORE = Join-Path $folder 'progress.db'
        $file = Join-Path $folder 'rules.json'
        (Get-ProgressionRule -AsJson) -replace '"deal_closed": 300', '"deal_closed": 400' | Set-Content $file
    }

    It 'brings rules into force from a day on, is silent, and warns of what is not the seed''s' {
        Set-ProgressionRule $file -From 2026-10-01 -Reason 'harder now' -WarningVariable warnings -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        "$warnings" | Should -BeLike '*deal_closed*400 instead of 300*'
        (Get-ProgressionRule)[1].From.ToString('yyyy-MM-dd') | Should -Be '2026-10-01'
        (Get-ProgressAudit -Entity rules)[-1].Reason | Should -Be 'harder now'
        $rep = New-Rep (New-Guid) 'Ana Silva'
        (Add-RepActivity $rep deal_closed -At 2026-09-30).Xp | Should -Be 300
        (Add-RepActivity $rep deal_closed -At 2026-10-01).Xp | Should -Be 400
    }

    It 'writes the rule set with -PassThru, and takes a file from the pipeline' {
        $rule = Get-Item $file | Set-ProgressionRule -From 2026-10-01 -PassThru -WarningAction SilentlyContinue
        $rule.PSObject.TypeNames[0] | Should -Be 'Progress.Reps.ProgressionRule'
        $rule.Rules.Xp['deal_closed'] | Should -Be 400
    }

    It 'changes nothing under -WhatIf, and warns all the same' {
        Set-ProgressionRule $file -WhatIf -WarningVariable warnings -WarningAction SilentlyContinue
        "$warnings" | Should -BeLike '*deal_closed*'
        (Get-ProgressionRule).Count | Should -Be 1
    }

    It 'refuses rules that cannot be used, and leaves those in force' {
        '{ "name": "mine" }' | Set-Content $file
        { Set-ProgressionRule $file -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidRuleSet,Progress.Commands.SetProgressionRuleCommand'
        (Get-ProgressionRule).Count | Should -Be 1
    }

    It 'takes a pattern that fits one file, and none that fits several' {
        Copy-Item $file (Join-Path $folder 'more.json')
        { Set-ProgressionRule (Join-Path $folder '*.json') -ErrorAction Stop } | Should -Throw -ErrorId 'PathNotSingle,*'
        Set-ProgressionRule (Join-Path $folder 'm*.json') -WarningAction SilentlyContinue
        (Get-ProgressionRule).Count | Should -Be 2
    }
}
