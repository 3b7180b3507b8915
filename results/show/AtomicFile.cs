using System.Text;

namespace Bench.Results.Show;

/// <summary>Writes a file so that a reader, or a power cut, finds the old text or the new text and never half of one.</summary>
public static class AtomicFile
{
    /// <summary>Writes UTF-8 text.</summary>
    /// <exception cref="IOException">The file can't be written; a file that was there before is unharmed.</exception>
    /// <exception cref="UnauthorizedAccessException">The file can't be written.</exception>
    public static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes bytes.</summary>
    /// <exception cref="IOException">The file can't be written; a file that was there before is unharmed.</exception>
    /// <exception cref="UnauthorizedAccessException">The file can't be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var full = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(full) ?? "/";
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"{full}: there is no folder {folder}");
        // In the same folder, since a rename is atomic within one file system only.
        var temporary = Path.Combine(folder, $".{Path.GetFileName(full)}.{Guid.NewGuid():N}.tmp");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, full, overwrite: true);
        }
        catch (IOException e)
        {
            throw new IOException(OfTheFile(e), e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new UnauthorizedAccessException(OfTheFile(e), e);
        }
        finally
        {
            File.Delete(temporary);
        }

        // Nobody asked for the temporary one.
        string OfTheFile(Exception e) => e.Message.Replace(temporary, full, StringComparison.Ordinal);
    }
}
