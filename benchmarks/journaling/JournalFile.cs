using System.Text;

namespace Bench.Journaling;

/// <summary>
/// A run's journal on disk: whole lines, each on the disk when the call returns. Locked (flock(2)) as long as the run lives, so that nobody
/// takes it for a dead one's. A full disk moves it to <c>TMPDIR</c>.
/// </summary>
/// <remarks>Members may be called from any thread.</remarks>
internal sealed class JournalFile : IDisposable
{
    private readonly Lock gate = new();
    private readonly string refuge;
    private readonly Action<string> tell;
    private FileStream file;

    private JournalFile(FileStream file, string path, string refuge, Action<string> tell)
    {
        (this.file, Path, this.refuge, this.tell) = (file, path, refuge, tell);
    }

    /// <summary>Where it is now.</summary>
    public string Path { get; private set; }

    /// <summary>Why nothing more can be written; null as long as it can.</summary>
    public string? Full { get; private set; }

    /// <summary>Makes one with its first lines: it is there with all of them or not at all.</summary>
    /// <param name="folder">Where it goes; made where it isn't there.</param>
    /// <param name="name">Its name, which no other run has.</param>
    /// <param name="lines">The header, and the launches that are known already.</param>
    /// <param name="tell">Takes a line for the user: where it goes on, and why.</param>
    /// <param name="refuge">Where it goes when that is full; null for <c>TMPDIR</c>.</param>
    /// <exception cref="IOException">The folder can't be made, or both are full.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder can't be written.</exception>
    public static JournalFile Create(string folder, string name, IEnumerable<string> lines, Action<string> tell, string? refuge = null)
    {
        Directory.CreateDirectory(folder);
        string path = System.IO.Path.Combine(folder, name);
        // Under another name until it is locked: a run that starts now must not find it unlocked.
        string unlocked = path + ".new";
        var journal = new JournalFile(Open(unlocked), unlocked, System.IO.Path.Combine(refuge ?? System.IO.Path.GetTempPath(), name), tell);
        journal.Append(string.Join('\n', lines));
        if (journal.Path == unlocked)
        {
            File.Move(unlocked, path);
            journal.Path = path;
        }
        if (journal.Full is not { } reason)
            return journal;
        journal.Remove();
        throw new IOException(reason);
    }

    /// <summary>Whether it goes on in another folder than it began in.</summary>
    public bool HasMoved => Path == refuge;

    /// <summary>Appends a line, and waits until it is on the disk. Does nothing once <see cref="Full"/>.</summary>
    public void Append(string line)
    {
        lock (gate)
        {
            if (Full is not null)
                return;
            byte[] bytes = Encoding.UTF8.GetBytes(line + "\n");
            if (TryAppend(bytes, out string reason) || (TryMove(ref reason) && TryAppend(bytes, out reason)))
                return;
            Full = $"the run's journal can't be written: {reason}";
            tell($"error: {Full}");
        }
    }

    /// <summary>All lines.</summary>
    public byte[] Read()
    {
        lock (gate)
        {
            byte[] text = new byte[file.Length];
            file.Position = 0;
            file.ReadExactly(text);
            return text;
        }
    }

    /// <summary>Deletes it: all that is in it stands in reports.</summary>
    public void Remove()
    {
        lock (gate)
        {
            file.Dispose();
            File.Delete(Path);
        }
    }

    public void Dispose()
    {
        lock (gate)
            file.Dispose();
    }

    private static FileStream Open(string path) => new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);

    private bool TryAppend(byte[] line, out string reason)
    {
        long end = file.Length;
        try
        {
            file.Position = end;
            file.Write(line);
            file.Flush(flushToDisk: true);
            reason = "";
            return true;
        }
        catch (IOException e)
        {
            reason = e.Message;
            Cut(end);
            return false;
        }
    }

    // Half a line would make the next one unreadable.
    private void Cut(long end)
    {
        try
        {
            file.SetLength(end);
        }
        catch (IOException)
        {
            // The half line is the last one, which readers drop.
        }
    }

    private bool TryMove(ref string reason)
    {
        if (HasMoved)
            return false;
        FileStream? moved = null;
        try
        {
            moved = Open(refuge);
            moved.Write(Read());
            moved.Flush(flushToDisk: true);
            string left = Path;
            (Path, reason) = (refuge, $"the run's journal goes on in {refuge}: {reason}");
            file.Dispose();
            file = moved;
            File.Delete(left);
            tell(reason);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            reason = $"{reason}; {e.Message}";
            moved?.Dispose();
            if (moved is not null && Path != refuge)
                File.Delete(refuge);
            return Path == refuge;
        }
    }
}
