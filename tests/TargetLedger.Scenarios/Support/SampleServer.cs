namespace TargetLedger.Scenarios.Support;

/// <summary>A server whose ledger holds the sample plan.</summary>
public sealed class SampleServer : TestServer
{
    public static byte[] PlanFile { get; } = File.ReadAllBytes(RepositoryFiles.PathOf("deploy/sample/chengdu-2014.plan.json"));

    /// <summary>促进大学生就业, about 30,000 people; 市委组织部 leads.</summary>
    public const string Employment = "CD-2014:6-2";

    /// <summary>A partner of <see cref="Employment"/>.</summary>
    public const string Partner = "unit:rensheju";

    public const string Lead = "unit:zuzhibu";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Scenario(s =>
        {
            s.As("keeper").Post.Bytes(PlanFile).ToUrl("/plans").Key("import");
            s.StatusCodeShouldBe(201);
        });
        await SettleAsync();
    }
}
