using System.Text;
using Bench.Interop.Files;

namespace Bench.Settings;

/// <summary>A sysfs file that lists its words and brackets the current one: <c>always [madvise] never</c>.</summary>
internal static class SettingFile
{
    /// <summary>The bracketed word, or the whole content where nothing is bracketed.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static string Read(string path)
    {
        string content = File.ReadAllText(path).Trim();
        return Choice.InForce(content) ?? content;
    }

    /// <summary>Writes <paramref name="value"/> and reads it back: the kernel may take a word and do otherwise.</summary>
    /// <exception cref="IOException">The kernel refused the word (EINVAL) or another one is in force afterwards.</exception>
    /// <exception cref="UnauthorizedAccessException">EACCES, EPERM or EROFS.</exception>
    public static void Write(string path, string value)
    {
        // Not File.WriteAllText: it would create a file that does not exist.
        using (var file = File.OpenHandle(path, FileMode.Truncate, FileAccess.Write, FileShare.ReadWrite))
            RandomAccess.Write(file, Encoding.ASCII.GetBytes(value), 0);
        string now = Read(path);
        if (now != value)
            throw new IOException($"{path} was written '{value}' and reads '{now}'");
    }

    /// <summary>Whether this process may write the file. Opening is the only test that counts every kind of permission.</summary>
    public static bool IsWritable(string path)
    {
        try
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
