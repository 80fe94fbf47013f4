using TargetLedger.LocalPostgres;

// `hold [directory]` uses a cluster (a temporary one without a directory) until it is killed or its input ends; anything else runs the tests.
if (args is ["hold", ..])
{
    await using var cluster = await LocalCluster.StartAsync(new LocalPostgresOptions { DataDirectory = args.ElementAtOrDefault(1), Durable = false });
    Console.WriteLine($"{cluster.Owned} {cluster.PostmasterPid} {cluster.DataDirectory}");
    await Console.In.ReadToEndAsync();
    return 0;
}
return await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
