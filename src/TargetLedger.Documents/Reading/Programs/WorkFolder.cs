namespace TargetLedger.Documents.Reading.Programs;

/// <summary>A folder only this account can enter, gone with all that is in it when the conversion is over.</summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("targetledger-");

    public string FullName => _folder.FullName;

    /// <summary>Names are ours; what the sender calls a file is never a path.</summary>
    public string File(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A killed program may still hold a file for a moment; the machine's own cleaning of its temporary folder gets it.
        }
    }
}
