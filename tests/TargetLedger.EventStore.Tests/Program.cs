using TargetLedger.EventStore.Tests.Crashes;

// `write <name> <connection string>` is a node that is asked over its standard input and may be killed; anything else runs the tests.
return args is ["write", var name, var connectionString]
    ? await WriterNode.RunAsync(name, connectionString)
    : await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
