@{
    RootModule = 'bin/Progress.Commands.dll'
    NestedModules = @('bin/Progress.Loader.dll')
    ModuleVersion = '0.1.0'
    GUID = '5d0f6c3e-8f0b-4c62-9d6c-0a5f9d5c6b1e'
    Author = 'The Progress authors'
    Copyright = '(c) The Progress authors. MIT licence.'
    Description = 'Keeps score and keeps promises: how far each sales rep has come, from call notes to ranks, badges and training advice, and how far each customer, from tasks to milestones and what to do next. Local first, in a SQLite store.'
    PowerShellVersion = '7.4'
    CompatiblePSEditions = @('Core')
    FormatsToProcess = @('Progress.Format.ps1xml')
    FunctionsToExport = @()
    VariablesToExport = @()
    AliasesToExport = @()
    CmdletsToExport = @(
        'Add-RepAchievement'
        'Add-RepActivity'
        'Add-TaskProgress'
        'Backup-ProgressStore'
        'Connect-Crm'
        'Connect-ProgressStore'
        'Disconnect-Crm'
        'Disconnect-ProgressStore'
        'Export-ProgressCsv'
        'Get-CallNote'
        'Get-CrmConflict'
        'Get-CrmSyncLog'
        'Get-CrmSyncStatus'
        'Get-Customer'
        'Get-CustomerProgress'
        'Get-ProgressAudit'
        'Get-ProgressionRule'
        'Get-ProgressSetting'
        'Get-Rep'
        'Get-RepAchievement'
        'Get-RepActivity'
        'Get-RepBadge'
        'Get-RepDiagnosis'
        'Get-RepLeaderboard'
        'Get-RepMetric'
        'Get-RepProgression'
        'Get-RepRisk'
        'Get-RepXp'
        'Get-TaskCatalog'
        'Get-TaskProgress'
        'Get-TaskRecommendation'
        'Import-CallNote'
        'Import-TaskCatalog'
        'Import-TaskProgress'
        'Initialize-CrmSchema'
        'Invoke-CrmSync'
        'Merge-Rep'
        'New-Customer'
        'New-CustomerReport'
        'New-ProgressDemo'
        'New-Rep'
        'New-RepReport'
        'Resolve-CrmConflict'
        'Restore-ProgressStore'
        'Set-CallNote'
        'Set-Customer'
        'Set-ProgressionRule'
        'Set-ProgressSetting'
        'Set-Rep'
        'Set-TaskProgress'
        'Test-CrmSchema'
        'Test-ProgressionRule'
        'Test-ProgressSetup'
        'Test-ProgressStore'
        'Undo-RepActivity'
    )
    PrivateData = @{
        PSData = @{
            Tags = @('sales', 'progression', 'calls', 'metrics', 'customers', 'airtable', 'sqlite', 'csv')
        }
    }
}
