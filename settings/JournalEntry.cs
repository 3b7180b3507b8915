using System.Runtime.Versioning;

namespace Bench.Settings;

/// <summary>A setting that is, or is about to be, changed.</summary>
/// <param name="Name">The setting, relative to the root.</param>
/// <param name="Was">Its value before.</param>
/// <param name="Ours">The value this project writes.</param>
[SupportedOSPlatform("linux")]
internal sealed record JournalEntry(string Name, string Was, string Ours)
{
    /// <summary>Puts the old value back.</summary>
    /// <param name="place">Where the setting is.</param>
    /// <param name="tell">Takes one line for whatever did not go as expected.</param>
    /// <param name="restored">Called with a line when a value had to be written.</param>
    /// <returns>False when the value is still ours because it could not be written.</returns>
    /// <remarks>A third value is somebody's later decision, about a setting they saw changed: it stays, with a line.</remarks>
    public bool PutBack(SettingsPlace place, Action<string> tell, Action<string>? restored = null)
    {
        string path = place.PathOf(Name);
        try
        {
            string now = SettingFile.Read(path);
            if (now == Was)
                return true;
            if (now != Ours)
            {
                tell($"{path} is now '{now}', which somebody else set: left so (before this run it was '{Was}')");
                return true;
            }
            SettingFile.Write(path, Was);
            restored?.Invoke($"restored {path} from '{Ours}' to '{Was}'");
            return true;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            tell($"{path} is gone: nothing to restore");
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            tell($"could not restore {path} from '{Ours}' to '{Was}': {error.Message}");
            return false;
        }
    }
}
