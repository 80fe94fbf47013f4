using System.Text.Json;

namespace TargetLedger.Scenarios.Support;

/// <summary>Asking and telling in one line, where a test is a dialogue.</summary>
internal static class ServerTalk
{
    public static Task<ScenarioResult> PostAsync(this TestServer server, string account, string path, object body, int status = 201, string? code = null) => server.Scenario(s =>
    {
        s.As(account).Post.Json(body).ToUrl(path).Key($"{Guid.NewGuid():N}");
        if (code is null)
            s.StatusCodeShouldBe(status);
        else if (status == 409)
            s.RefusalShouldBe(code);
        else
            s.ProblemShouldBe(status, code);
    });

    public static async Task<JsonElement> ReadAsync(this TestServer server, string account, string path)
    {
        await server.SettleAsync();
        return (await server.Scenario(s =>
        {
            s.As(account).Get.Url(path);
            s.StatusCodeShouldBe(200);
        })).Json;
    }
}
