using Bench.Results.Data;
using Bench.Results.Read.Journals;

namespace Bench.Journaling;

/// <summary>The journal of a run that has ended, locked as long as this is not disposed.</summary>
internal sealed class JournalOfOther : IDisposable
{
    private readonly FileStream file;
    private readonly string path;

    private JournalOfOther(FileStream file, string path, RunJournal run) => (this.file, this.path, Run) = (file, path, run);

    /// <summary>What it tells.</summary>
    public RunJournal Run { get; }

    /// <summary>Opens it; null where its run still lives (no reason), or where it can't be used (with the reason).</summary>
    public static JournalOfOther? TryOpen(string path, out string reason)
    {
        reason = "";
        FileStream? file = null;
        try
        {
            // flock(2): refused as long as the run has it. A pipe opened for both directions waits for nobody.
            file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            if (!file.CanSeek)
                throw new ReadException(path, "is no regular file");
            if (file.Length > Limits.Bytes)
                throw new ReadException(path, $"is {file.Length >> 20} MB; at most {Limits.Bytes >> 20} MB is read");
            byte[] text = new byte[file.Length];
            file.ReadExactly(text);
            return new JournalOfOther(file, path, JournalReader.Read(path, text));
        }
        catch (Exception e) when (e is ReadException or UnauthorizedAccessException or IOException)
        {
            // Another's lock is an IOException that no file's name or fault explains: the run lives.
            reason = e is IOException and not FileNotFoundException ? "" : LaunchFailure.OneLine(e.Message);
            file?.Dispose();
            return null;
        }
    }

    /// <summary>Moves it into another folder of the same file system.</summary>
    public void MoveTo(string folder) => File.Move(path, Path.Combine(folder, Path.GetFileName(path)));

    /// <summary>Deletes it.</summary>
    public void Remove()
    {
        file.Dispose();
        File.Delete(path);
    }

    public void Dispose() => file.Dispose();
}
