using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using TargetLedger.Domain;

namespace TargetLedger.Scenarios.Support;

/// <summary>One request and what is expected of its answer, in the words Alba uses.</summary>
public sealed class Scenario
{
    private readonly List<(string Name, string Value)> headers = [];
    private readonly List<Action<ScenarioResult>> expectations = [];
    private HttpMethod method = HttpMethod.Get;
    private string url = "/";
    private Func<HttpContent>? content;

    public string? Account { get; private set; }

    public Verb Get => new(this, HttpMethod.Get);

    public Verb Post => new(this, HttpMethod.Post);

    public Verb Put => new(this, HttpMethod.Put);

    public Verb Method(string name) => new(this, new(name));

    /// <summary>Signs in as an account of the development sign-in.</summary>
    public Scenario As(string account)
    {
        Account = account;
        return this;
    }

    public Scenario Header(string name, string value)
    {
        headers.Add((name, value));
        return this;
    }

    public Scenario Key(string key) => Header("Idempotency-Key", key);

    public Scenario IfMatch(string tag) => Header("If-Match", tag);

    public void StatusCodeShouldBe(int status)
        => expectations.Add(r => ((int)r.Status).ShouldBe(status, $"{method} {url}: {r.Text}"));

    public void HeaderShouldBe(string name, string value) => expectations.Add(r => r.Header(name).ShouldBe(value));

    /// <summary>A problem in both languages, with this code and status.</summary>
    public void ProblemShouldBe(int status, string code) => expectations.Add(r =>
    {
        ((int)r.Status).ShouldBe(status, $"{method} {url}: {r.Text}");
        r.MediaType.ShouldBe("application/problem+json");
        r.Json.GetProperty("code").GetString().ShouldBe(code, r.Text);
        r.Json.GetProperty("type").GetString().ShouldBe($"urn:targetledger:problem:{code}");
        r.Json.GetProperty("title").GetString()!.ShouldContain(" / ");
        r.Json.GetProperty("traceId").GetString().ShouldNotBeNullOrEmpty();
        r.Text.ShouldNotContain("   at ");
    });

    /// <summary>A refusal that names this reason, beside whatever others it names.</summary>
    public void RefusalShouldBe(string code) => expectations.Add(r =>
    {
        ((int)r.Status).ShouldBe(409, $"{method} {url}: {r.Text}");
        if (r.Json.GetProperty("code").GetString() != code)
            r.Faults.ShouldContain(f => f.Code == code, r.Text);
    });

    internal HttpRequestMessage Build()
    {
        var request = new HttpRequestMessage(method, url) { Content = content?.Invoke() };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue(name);
        return request;
    }

    internal void Check(ScenarioResult result)
    {
        foreach (var expect in expectations)
            expect(result);
    }

    public sealed class Verb(Scenario scenario, HttpMethod verb)
    {
        public Verb Json(object body) => Text(JsonSerializer.Serialize(body, LedgerJson.Options));

        public Verb Text(string body, string mediaType = "application/json") => Bytes(Encoding.UTF8.GetBytes(body), mediaType);

        public Verb Bytes(byte[] body, string mediaType = "application/json")
        {
            scenario.content = () => new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } };
            return this;
        }

        public Scenario ToUrl(string url) => Url(url);

        public Scenario Url(string url)
        {
            scenario.method = verb;
            scenario.url = url;
            return scenario;
        }
    }
}
