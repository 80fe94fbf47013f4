using TargetLedger.EventStore;
using TargetLedger.LocalPostgres;
using TargetLedger.Server.Hosting;

try
{
    await using var app = await ServerHost.CreateAsync(args);
    await app.RunAsync();
    return 0;
}
catch (Exception refused) when (refused is StartRefusedException or LocalPostgresException or LedgerSchemaException)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 2;
}
