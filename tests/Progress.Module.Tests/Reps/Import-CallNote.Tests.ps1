BeforeAll {
    $samples = Join-Path (Get-Module Progress).ModuleBase 'samples/call-notes.csv'
    function NewNote($title = 'Call - CONTACT | 3:05 | Ana', $createdAt = '2026-09-30T14:05:00Z') {
        [pscustomobject]@{ id = "$(New-Guid)"; title = $title; createdAt = $createdAt; workspaceMemberId = '9a781b13-7909-4aa1-b738-502ea16a8852' }
    }

    function Sum($summary) {
        $summary.Imported + $summary.Updated + $summary.Duplicate + $summary.Secondary + $summary.NotACall + $summary.Invalid + $summary.Unattributed
    }
}

Describe 'Import-CallNote' {
    BeforeEach {
        $env:PROGRESS_STORE = Join-Path $TestDrive "$(New-Guid).db"
    }

    Context 'of files' {
        It 'gives a summary that adds up, and changes nothing the second time' {
            $first = Import-CallNote $samples
            $first.PSObject.TypeNames[0] | Should -Be 'Progress.Reps.ImportSummary'
            $first.Source | Should -Be $samples
            $first.Read | Should -Be (Import-Csv $samples).Count
            Sum $first | Should -Be $first.Read
            $first.Imported | Should -BeGreaterThan 3000
            $second = Import-CallNote $samples
            $second.Imported + $second.Updated + $second.Unattributed | Should -Be 0
            Sum $second | Should -Be $second.Read
        }

        It 'takes paths with wildcards, literal ones, and files from the pipeline' {
            $folder = New-Item -ItemType Directory (Join-Path $TestDrive 'files')
            NewNote | Export-Csv (Join-Path $folder 'a.csv')
            NewNote | Export-Csv (Join-Path $folder 'b.csv')
            NewNote | Export-Csv -LiteralPath (Join-Path $folder '[c].csv')
            (Import-CallNote (Join-Path $folder '?.csv')).Imported | Should -Be 1, 1
            (Import-CallNote -LiteralPath (Join-Path $folder '[c].csv')).Imported | Should -Be 1
            (Get-ChildItem $folder | Import-CallNote).Duplicate | Should -Be 1, 1, 1
            ((Join-Path $folder 'a.csv') | Import-CallNote).Duplicate | Should -Be 1
            Import-CallNote (Join-Path $folder 'z*.csv') | Should -BeNullOrEmpty
        }

        It 'answers a missing file with an error, and imports the others' {
            $summary = Import-CallNote (Join-Path $TestDrive 'none.csv'), $samples -ErrorAction SilentlyContinue -ErrorVariable problems
            $summary.Source | Should -Be $samples
            $problems.FullyQualifiedErrorId | Should -Be 'FileNotFound,Progress.Commands.ImportCallNoteCommand'
            $problems[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
            { Import-CallNote (Join-Path $TestDrive 'none.csv') -ErrorAction Stop } | Should -Throw -ErrorId 'FileNotFound,*'
        }

        It 'refuses a file with an unsound row as a whole, and says line, field and value' {
            $file = Join-Path $TestDrive 'unsound.csv'
            (NewNote), (NewNote -createdAt '03/04/2026') | Export-Csv $file
            { Import-CallNote $file -ErrorAction Stop } | Should -Throw "*line 3, createdAt '03/04/2026'*" -ErrorId 'InvalidRow,*'
            Get-CallNote | Should -BeNullOrEmpty
        }

        It 'skips unsound rows where asked to, and writes them to a file' {
            $file = Join-Path $TestDrive 'skipped.csv'
            (NewNote), (NewNote -createdAt '03/04/2026') | Export-Csv $file
            $rejects = Join-Path $TestDrive 'rejects.csv'
            $summary = Import-CallNote $file -SkipInvalid -RejectPath $rejects
            $summary.Imported, $summary.Invalid, $summary.Skipped | Should -Be 1, 1, 1
            $summary.Problems.Field | Should -Be 'createdAt'
            (Import-Csv $rejects).createdAt | Should -Be '03/04/2026'
        }

        It 'never lets the rejects of one file replace those of another' {
            $rejects = Join-Path $TestDrive 'one.csv'
            $files = 1..2 | ForEach-Object {
                $file = Join-Path $TestDrive "file$_.csv"
                NewNote -createdAt "2026-$_" | Export-Csv $file
                $file
            }
            { Import-CallNote $files -SkipInvalid -RejectPath $rejects } | Should -Throw -ErrorId 'RejectPathTaken,*'
            (Import-Csv $rejects).createdAt | Should -Be '2026-1'
        }

        It 'reads everything under -WhatIf, and writes nothing' {
            $rejects = Join-Path $TestDrive 'whatif.csv'
            $summary = Import-CallNote $samples -WhatIf -RejectPath $rejects
            $summary.WhatIf | Should -BeTrue
            Sum $summary | Should -Be $summary.Read
            $summary.Imported | Should -BeGreaterThan 3000
            Get-CallNote | Should -BeNullOrEmpty
            Get-Rep | Should -BeNullOrEmpty
            $rejects | Should -Not -Exist
        }

        It 'refuses unknown reps where asked to' {
            $file = Join-Path $TestDrive 'stranger.csv'
            NewNote | Export-Csv $file
            (Import-CallNote $file -KnownRepsOnly).Invalid | Should -Be 1
            Get-Rep | Should -BeNullOrEmpty
            (Import-CallNote $file).Imported | Should -Be 1
            (Get-Rep).Name | Should -Be '9a781b13-7909-4aa1-b738-502ea16a8852'
        }

        It 'takes back what the Excel dialect put before a title' {
            $file = Join-Path $TestDrive 'excel.csv'
            $note = NewNote -title 'Call - CONTACT | 3:05 | Ana'
            $note | Export-ProgressCsv $file -Dialect Excel -Culture de-DE
            (Get-Content $file -Raw) -replace 'Call - CONTACT', "'Call - CONTACT" | Set-Content $file
            (Import-CallNote $file -WhatIf -Dialect Excel -Culture de-DE).Imported | Should -Be 1
            (Import-CallNote $file -WhatIf).NotACall | Should -Be 1
        }
    }

    Context 'of the pipeline' {
        It 'imports objects as it does their file' {
            $file = Join-Path $TestDrive 'notes.csv'
            1..3000 | ForEach-Object { NewNote -title "Call - NO_ANSWER | 0:10 | Lead $_" } | Export-Csv $file
            $summary = @(Import-Csv $file | Import-CallNote)
            $summary.Count | Should -Be 1
            $summary[0].Source | Should -BeNullOrEmpty
            $summary[0].Imported | Should -Be 3000
            $again = Import-CallNote $file
            $again.Duplicate | Should -Be 3000
        }

        It 'takes what Twenty answers' {
            $answer = '{"data":{"notes":[
                {"id":"11111111-1111-4111-8111-111111111111","title":"Call - CONTACT | 3:05 | Ana","createdAt":"2026-09-30T14:05:00.000Z",
                 "createdBy":{"source":"MANUAL","workspaceMemberId":"9a781b13-7909-4aa1-b738-502ea16a8852"}},
                {"id":"11111111-1111-4111-8111-111111111112","title":"Call - CONTACT | 3:05 | Bea","createdAt":"2026-09-30T14:05:00.000Z","createdBy":{"source":"API"}},
                {"id":"11111111-1111-4111-8111-111111111113","title":"Call - CONTACT | 3:05 | Cyd","createdAt":"2026-09-30T14:05:00.000Z","deletedAt":"2026-10-01T00:00:00Z"},
                {"id":"11111111-1111-4111-8111-111111111114","title":null,"createdAt":"2026-09-30T14:05:00.000Z"}]}}' | ConvertFrom-Json
            $summary = $answer.data.notes | Import-CallNote
            $summary.Imported, $summary.Unattributed, $summary.NotACall | Should -Be 1, 1, 2
            (Get-CallNote)[0].CreatedAt | Should -Be ([datetime]::SpecifyKind('2026-09-30 14:05', 'Utc'))
        }

        It 'reads who made a note from a table and from JSON text, too' {
            $member = '9a781b13-7909-4aa1-b738-502ea16a8852'
            $notes = foreach ($by in @{ workspaceMemberId = $member }, "{""workspaceMemberId"":""$member""}") {
                [pscustomobject]@{ title = "Call - CONTACT | 3:05 | $($by.GetType().Name)"; createdAt = '2026-09-30'; createdBy = $by }
            }
            ($notes | Import-CallNote).Imported | Should -Be 2
        }

        It 'takes calls of a store back' {
            Import-CallNote $samples
            $summary = Get-CallNote | Import-CallNote
            $summary.Duplicate | Should -Be $summary.Read
        }

        It 'refuses all that the pipeline brings where one object is unsound, however much follows' {
            $notes = @(NewNote) + @(NewNote -createdAt 'soon') + @(1..10000 | ForEach-Object { NewNote })
            $summary = $notes | Import-CallNote -ErrorAction SilentlyContinue -ErrorVariable problems
            $summary | Should -BeNullOrEmpty
            $problems.FullyQualifiedErrorId | Should -Be 'InvalidRow,Progress.Commands.ImportCallNoteCommand'
            $problems[0].Exception.Message | Should -BeLike "*line 2, createdAt 'soon'*"
            Get-CallNote | Should -BeNullOrEmpty
        }

        It 'skips unsound objects where asked to' {
            $rejects = Join-Path $TestDrive 'rejects.jsonl'
            $summary = (NewNote), (NewNote -createdAt 'soon') | Import-CallNote -SkipInvalid -RejectPath $rejects
            $summary.Imported, $summary.Skipped | Should -Be 1, 1
            (Get-Content $rejects | ConvertFrom-Json).createdAt | Should -Be 'soon'
        }

        It 'leaves everything as it was where the pipeline breaks off' {
            { 1..3000 | ForEach-Object { if ($_ -eq 2999) { throw 'cut off' } else { NewNote } } | Import-CallNote } | Should -Throw 'cut off'
            Get-CallNote | Should -BeNullOrEmpty
            (NewNote | Import-CallNote).Imported | Should -Be 1
        }

        It 'stops at once on Ctrl+C, and leaves everything as it was' {
            $sent = [hashtable]::Synchronized(@{ Notes = 0 })
            $shell = [powershell]::Create().AddScript({
                param($module, $store, $sent)
                Import-Module $module
                & { while ($true) { $sent.Notes++; [pscustomobject]@{ title = 'Call - NO_ANSWER | 0:10'; createdAt = '2026-09-30'; id = "$(New-Guid)" } } } | Import-CallNote -Store $store
            }).AddParameters(@((Get-Module Progress).ModuleBase, $env:PROGRESS_STORE, $sent))
            try {
                $running = $shell.BeginInvoke()
                while ($sent.Notes -lt 6000 -and -not $running.IsCompleted) { [Threading.Thread]::Yield() }
                $shell.BeginStop($null, $null).AsyncWaitHandle.WaitOne([timespan]::FromSeconds(10)) | Should -BeTrue
            }
            finally {
                $shell.Dispose()
            }
            $sent.Notes | Should -BeGreaterOrEqual 6000
            Get-CallNote | Should -BeNullOrEmpty
            (NewNote | Import-CallNote).Imported | Should -Be 1
        }

        It 'writes nothing under -WhatIf' {
            (NewNote | Import-CallNote -WhatIf).Imported | Should -Be 1
            Get-CallNote | Should -BeNullOrEmpty
        }

        It 'answers an object that is no note with an error' {
            $summary = [pscustomobject]@{ subject = 'Hello' }, (NewNote) | Import-CallNote -ErrorAction SilentlyContinue -ErrorVariable problems
            $summary.Read | Should -Be 1
            $problems.Count | Should -Be 1
        }
    }
}
