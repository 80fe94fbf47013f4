using TargetLedger.Cli;

return await LedgerProgram.RunAsync(args, Terminal.OfThisProcess());
