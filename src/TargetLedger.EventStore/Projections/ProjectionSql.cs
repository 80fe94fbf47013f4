namespace TargetLedger.EventStore;

/// <summary>The statements of this folder, one a file beside it.</summary>
internal static class ProjectionSql
{
    public static readonly string CreateBuild = Read("create_build");
    public static readonly string FindBuild = Read("find_build");
    public static readonly string AdvanceBuild = Read("advance_build");
    public static readonly string AdvanceFill = Read("advance_fill");
    public static readonly string FinishFill = Read("finish_fill");
    public static readonly string HaltBuild = Read("halt_build");
    public static readonly string ResumeBuilds = Read("resume_builds");
    public static readonly string LockActiveBuild = Read("lock_active_build");
    public static readonly string RetireActiveBuild = Read("retire_active_build");
    public static readonly string ActivateBuild = Read("activate_build");
    public static readonly string UnusedBuilds = Read("unused_builds");
    public static readonly string DeleteBuild = Read("delete_build");
    public static readonly string TakeLease = Read("take_lease");
    public static readonly string ReleaseLease = Read("release_lease");
    public static readonly string LimitSilence = Read("limit_silence");
    public static readonly string BeginBatch = Read("begin_batch");
    public static readonly string State = Read("projection_state");

    private static string Read(string name) => EmbeddedSql.Read($"Projections/Sql/{name}.sql");
}
