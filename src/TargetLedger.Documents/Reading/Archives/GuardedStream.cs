namespace TargetLedger.Documents.Reading.Archives;

/// <summary>
/// A part while it is unpacked. It ends the reading when more comes than a part may hold, whatever the archive's directory
/// said, or when there is no markup for so long that a parser would have to hold it all.
/// </summary>
internal sealed class GuardedStream(Stream unpacked, long most) : Stream
{
    private long _read;
    private long _sinceMarkup;
    private long _most = most;

    /// <summary>From here on it may hold so much.</summary>
    public void Allow(long bytes) => _most = bytes;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        int count;
        try
        {
            count = unpacked.Read(buffer);
        }
        catch (InvalidDataException)
        {
            throw Refusal.ArchiveMalformed();
        }

        Watch(buffer[..count]);
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            unpacked.Dispose();
        base.Dispose(disposing);
    }

    private void Watch(ReadOnlySpan<byte> bytes)
    {
        _read += bytes.Length;
        if (_read > _most)
            throw Refusal.ArchiveBomb();

        // A gap longer than one read is all that matters, so the last "<" of each read is enough.
        var first = bytes.IndexOf((byte)'<');
        if (first < 0)
            _sinceMarkup += bytes.Length;
        else if (_sinceMarkup + first <= ReadingLimits.MaxMarkupGap)
            _sinceMarkup = bytes.Length - bytes.LastIndexOf((byte)'<');
        else
            _sinceMarkup += first;
        if (_sinceMarkup > ReadingLimits.MaxMarkupGap)
            throw Refusal.XmlHostile();
    }
}
