using System.Text.Json;
using TargetLedger.Domain;

namespace TargetLedger.Cli;

/// <summary>The development server's business clock: it can be put forward, never back.</summary>
internal sealed class BusinessClock
{
    private readonly LedgerClient server;

    private BusinessClock(LedgerClient server, DateTimeOffset reached) => (this.server, Reached) = (server, reached);

    /// <summary>No later than what the clock shows: it ticks on between steps.</summary>
    public DateTimeOffset Reached { get; private set; }

    public static async Task<BusinessClock> ReadAsync(LedgerClient server, CancellationToken cancellationToken) =>
        new(server, await AskAsync(server, cancellationToken));

    /// <summary>Puts the clock forward to the moment; where it is past it already, as in a play taken up again, it stays.</summary>
    public async Task StepToAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        if (moment <= Reached)
            return;
        try
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(new ClockReading(moment), LedgerJson.Options);
            await server.PostAsync("dev/clock", body, key: null, ifMatch: null, cancellationToken);
            Reached = moment;
        }
        catch (Failure refused) when (refused.Problem.Code == "clock_never_goes_back")
        {
            Reached = await AskAsync(server, cancellationToken);
        }
    }

    private static async Task<DateTimeOffset> AskAsync(LedgerClient server, CancellationToken cancellationToken) =>
        Read(await server.GetAsync("dev/clock", cancellationToken));

    private static DateTimeOffset Read(Answer answer) => JsonSerializer.Deserialize<ClockReading>(answer.Body.Span, AnswerJson.Options)!.Moment;

    private sealed record ClockReading(DateTimeOffset Moment);
}
