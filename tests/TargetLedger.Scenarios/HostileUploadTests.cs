using System.Diagnostics;
using TargetLedger.Documents.Tests.Reading;

namespace TargetLedger.Scenarios;

/// <summary>
/// Files made to harm, sent over HTTP wherever a file can be sent: each is refused by its code within a second and with
/// bounded memory, the request and the sender in it, and leaves nothing behind.
/// </summary>
[Collection(nameof(RunsAlone))]
public sealed class HostileUploadTests
{
    private const long MostBytes = 64L * 1024 * 1024;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Documents_made_to_harm_are_refused_wherever_they_are_sent()
    {
        await using var server = new SampleServer();
        await server.InitializeAsync();
        var head = await server.HeadAsync();
        var token = await server.TokenAsync("keeper");

        foreach (var (file, (code, ending, make)) in HostileFiles.Documents)
        {
            var bytes = make();
            var expected = bytes.Length > 20 * 1024 * 1024 ? "file_too_large" : code;
            foreach (var address in new[] { $"/plan-drafts?name=x{ending}", $"/plans/CD-2014/comparison?name=x{ending}" })
                await RefusedAsync(server, token, address, bytes, expected, $"{file} to {address}");
        }

        (await server.HeadAsync()).ShouldBe(head);
    }

    [Fact]
    public async Task Forms_made_to_harm_are_refused_wherever_they_are_sent()
    {
        await using var server = new SampleServer();
        await server.InitializeAsync();
        var head = await server.HeadAsync();
        var token = await server.TokenAsync("unit:rensheju");

        foreach (var (file, (code, make)) in HostileFiles.Forms)
        {
            var bytes = make();
            foreach (var address in new[] { "/units/rensheju/form", "/units/rensheju/form/check" })
                await RefusedAsync(server, token, address, bytes, code, $"{file} to {address}");
        }

        (await server.HeadAsync()).ShouldBe(head);
    }

    /// <summary>The best of some: what is measured is this request, not what else the machine does meanwhile.</summary>
    private static async Task RefusedAsync(TestServer server, string token, string address, byte[] bytes, string code, string what)
    {
        var (elapsed, memory) = (TimeSpan.MaxValue, long.MaxValue);
        for (var attempt = 0; attempt < 8 && (elapsed > MostTime || memory > MostBytes + 3L * bytes.Length); attempt++)
        {
            var peak = Peak.Start();
            var watch = Stopwatch.StartNew();
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(bytes) };
            request.Headers.Authorization = new("Bearer", token);
            request.Headers.Add("Idempotency-Key", "hostile");
            using var answer = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
            var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            elapsed = watch.Elapsed;
            memory = await peak.StopAsync();
            ((int)answer.StatusCode).ShouldBe(400, $"{what}: {body}");
            body.ShouldContain($"\"{code}\"", customMessage: what);
        }

        elapsed.ShouldBeLessThan(MostTime, what);
        // The request's own bytes are here more than once: as they are sent, and in the buffer they are received in while it grows.
        memory.ShouldBeLessThan(MostBytes + 3L * bytes.Length, what);
    }
}
