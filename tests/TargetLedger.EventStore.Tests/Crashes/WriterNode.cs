using TargetLedger.EventStore.Tests.Projections;

namespace TargetLedger.EventStore.Tests.Crashes;

/// <summary>The inside of a node that may be killed at any moment: a ledger, and two projections it may come to lead.</summary>
internal static class WriterNode
{
    // Those killed cannot say goodbye; their leases run out soon enough for a node to lead before it is killed itself.
    public static readonly ProjectionOptions Impatient = new()
    {
        LeaseTime = TimeSpan.FromMilliseconds(600),
        LeaseRenewal = TimeSpan.FromMilliseconds(200),
        LeaseRetry = TimeSpan.FromMilliseconds(100),
    };

    /// <summary>Ends when its input does, with everything answered.</summary>
    public static async Task<int> RunAsync(string name, string connectionString)
    {
        await using var node = new Node(name, connectionString, following: null);
        await using var ledger = new Ledger(node.DataSource, TimeProvider.System);
        node.Run(new CountingProjection(), Impatient);
        node.Run(new CountingProjection("strict") { Check = Unknown.Refuse }, Impatient);
        await AnswerAllAsync(ledger, Console.In, Console.Out);
        return 0;
    }

    private static async Task AnswerAllAsync(Ledger ledger, TextReader questions, TextWriter answers)
    {
        var waiting = new Dictionary<long, (Task Answering, CancellationTokenSource Patience)>();
        while (await questions.ReadLineAsync() is { } line)
        {
            var question = Wire.Read<Question>(line);
            if (question.Request is null)
            {
                if (waiting.TryGetValue(question.Number, out var withdrawn))
                    await withdrawn.Patience.CancelAsync();
                continue;
            }

            foreach (var done in waiting.Where(one => one.Value.Answering.IsCompleted).ToList())
            {
                done.Value.Patience.Dispose();
                waiting.Remove(done.Key);
            }

            var patience = new CancellationTokenSource();
            waiting.Add(question.Number, (AnswerAsync(ledger, question.Number, question.Request, answers, patience.Token), patience));
        }

        await Task.WhenAll(waiting.Values.Select(one => one.Answering));
    }

    private static async Task AnswerAsync(Ledger ledger, long number, AppendRequest request, TextWriter answers, CancellationToken patience)
    {
        Answer answer;
        try
        {
            answer = Answer.Of(number, await ledger.AppendAsync(request, patience));
        }
        catch (Exception fault)
        {
            answer = Answer.Of(number, fault);
        }

        var line = Wire.Write(answer);
        lock (answers)
        {
            answers.WriteLine(line);
            answers.Flush();
        }
    }
}
