using System.Text.Json;
using TargetLedger.Domain;

namespace TargetLedger.Cli;

/// <summary>The development server's business clock: it can be put forward, never back.</summary>
internal sealed class BusinessClock
{
    private readonly LedgerClient server;
    private DateTimeOffset reached;

    private BusinessClock(LedgerClient server, DateTimeOffset reached) => (this.server, this.reached) = (server, reached);

    public static async Task<BusinessClock> ReadAsync(LedgerClient server, CancellationToken cancellationToken) =>
        new(server, Read(await server.GetAsync("dev/clock", cancellationToken)));

    /// <summary>False when the clock is past the moment already, as in a play that is taken up again.</summary>
    public async Task<bool> StepToAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        if (moment <= reached)
            return false;
        var body = JsonSerializer.SerializeToUtf8Bytes(new ClockReading(moment), LedgerJson.Options);
        await server.PostAsync("dev/clock", body, key: null, ifMatch: null, cancellationToken);
        reached = moment;
        return true;
    }

    private static DateTimeOffset Read(Answer answer) => JsonSerializer.Deserialize<ClockReading>(answer.Body.Span, AnswerJson.Options)!.Moment;

    private sealed record ClockReading(DateTimeOffset Moment);
}
