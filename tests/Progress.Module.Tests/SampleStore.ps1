# Dot-source in BeforeAll: a store of the samples that ship with the module, and the last days of its data.
$demo = New-ProgressDemo (Join-Path $TestDrive 'samples')
$env:PROGRESS_STORE = $demo.StorePath
$asOf = $demo.AsOf
$customersAsOf = $demo.CustomersAsOf
