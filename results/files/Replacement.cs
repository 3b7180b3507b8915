namespace Bench.Results.Files;

/// <summary>A new file that takes a name in one step.</summary>
internal static class Replacement
{
    /// <summary>Writes it.</summary>
    /// <param name="named">What the user called it.</param>
    /// <param name="place">Where it goes.</param>
    /// <param name="bytes">What it holds.</param>
    /// <param name="old">The file that is there now; null for none.</param>
    public static void Write(string named, string place, ReadOnlySpan<byte> bytes, OldFile? old)
    {
        string folder = Path.GetDirectoryName(place) ?? "/";
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"{named}: there is no folder {folder}");
        // In the same folder, since a rename is atomic within one file system only.
        string temporary = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            // Whoever may not write to a file may not put another in its place either, though a folder would allow it.
            if (old is not null)
                File.OpenHandle(place, FileMode.Open, FileAccess.Write, FileShare.ReadWrite).Dispose();
            if (!TryReplace(temporary, place, bytes, old))
                InPlace.Write(place, bytes);
        }
        catch (IOException e)
        {
            throw new IOException(OfTheFile(e), e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new UnauthorizedAccessException(OfTheFile(e), e);
        }

        // Nobody asked for the temporary one.
        string OfTheFile(Exception e) => e.Message.Replace(temporary, named, StringComparison.Ordinal);
    }

    // False where the old file can only be written in place.
    private static bool TryReplace(string temporary, string place, ReadOnlySpan<byte> bytes, OldFile? old)
    {
        try
        {
            using (var stream = Create(temporary, old))
            {
                if (OperatingSystem.IsLinux() && old?.TryPassOn(stream.SafeFileHandle) == false)
                    return false;
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }

            return TryMove(temporary, place, old);
        }
        catch (UnauthorizedAccessException) when (old is not null)
        {
            return false;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static FileStream Create(string temporary, OldFile? old)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        // Until it has the old one's mode, nobody else may read what perhaps nobody may.
        if (old is not null && !OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(temporary, options);
    }

    private static bool TryMove(string temporary, string place, OldFile? old)
    {
        try
        {
            File.Move(temporary, place, overwrite: true);
            return true;
        }
        catch (IOException) when (old is not null)
        {
            // A mount point, as a container's single files are.
            return false;
        }
    }
}
