namespace TargetLedger.Documents.Reading.Programs;

/// <summary>Turns .doc, .xls, .wps, .et, .rtf and OpenDocument files into .docx and .xlsx, which are then read like any other.</summary>
internal static class LibreOffice
{
    /// <summary>A first start takes five to ten seconds on a small machine.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Address space, of which it reserves far more than it uses: an empty start takes 1 GB of it.</summary>
    private const long MostMemory = 4L * 1024 * 1024 * 1024;

    /// <summary>Each takes some 200 MB while it runs.</summary>
    private static readonly SemaphoreSlim AtOnce = new(2);

    /// <summary>
    /// No macros, no links followed, nothing fetched: LibreOffice reads this from its profile
    /// (officecfg/registry/schema/org/openoffice/Office/Common.xcs, Security/Scripting).
    /// </summary>
    private const string Profile = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
        <item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
        </oor:items>
        """;

    /// <param name="to">"docx" or "xlsx".</param>
    public static async Task<byte[]> ConvertAsync(ReadOnlyMemory<byte> bytes, string from, string to, CancellationToken cancellation)
    {
        var program = ExternalProgram.Find("soffice", "libreoffice") ?? throw Refusal.LibreOfficeMissing();
        await AtOnce.WaitAsync(cancellation);
        try
        {
            using var folder = new WorkFolder();
            var (profile, result) = (Directory.CreateDirectory(folder.File("profile")), folder.File($"document.{to}"));
            await File.WriteAllTextAsync(Path.Combine(profile.CreateSubdirectory("user").FullName, "registrymodifications.xcu"), Profile, cancellation);
            var source = folder.File($"document.{from}");
            await File.WriteAllBytesAsync(source, bytes, cancellation);

            await ExternalProgram.RunAsync(
                program,
                [$"-env:UserInstallation={new Uri(profile.FullName)}", "--headless", "--norestore", "--nolockcheck", "--convert-to", to, "--outdir", folder.FullName, source],
                folder.FullName,
                Limit,
                MostMemory,
                cancellation);

            // It ends with 0 whether or not it could read the file.
            var converted = new FileInfo(result);
            if (!converted.Exists)
                throw Refusal.ConversionFailed();
            return converted.Length <= ReadingLimits.MaxBytes ? await File.ReadAllBytesAsync(result, cancellation) : throw Refusal.TooLarge();
        }
        finally
        {
            AtOnce.Release();
        }
    }
}
