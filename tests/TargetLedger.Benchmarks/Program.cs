using System.CommandLine;
using TargetLedger.Benchmarks;

var verbs = new IVerb[]
{
    new AppendEvents(),
    new DecideReports(),
    new AppendToVisible(),
    new FollowAppends(),
    new LoadEvents(),
    new RebuildRows(),
    new StreamState(),
    new ReportOverHttp(),
    new ReadBoards(),
    new ReadLists(),
    new CloseMonth(),
    new GrowLedger(),
};
var root = new RootCommand("What the ledger does in a second, beside what the machine could do at best.");
foreach (var verb in verbs)
    root.Add(BenchCommand.Of(verb));
root.Add(BenchCommand.OfAll(verbs));
root.Add(AppendNode.Command());
root.Add(ReadDocuments.Command());
return await root.Parse(args).InvokeAsync();
