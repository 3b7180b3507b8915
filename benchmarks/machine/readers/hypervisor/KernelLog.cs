using System.Runtime.Versioning;
using System.Text;
using Bench.Interop.Files;

namespace Bench.Machine.Readers.Hypervisor;

/// <summary>
/// The kernel's first messages since boot (Documentation/ABI/testing/dev-kmsg), where this user may read them and they have not been
/// overwritten yet.
/// </summary>
internal static class KernelLog
{
    private const string Device = "/dev/kmsg";
    private const int MostMessages = 2000;
    private const int LargestMessage = 8192;

    // A prefix is 8 times who wrote it and how urgent it is; 0 is the kernel itself, which nobody can pretend to be from user space.
    private const int Urgencies = 8;

    /// <summary>
    /// The messages of the kernel itself, oldest first, without prefix; none where the log can't be read. Never waits, and never reads but
    /// the first 2,000.
    /// </summary>
    public static IReadOnlyList<string> Read(SystemTree tree) =>
        OperatingSystem.IsLinux() ? [.. Records(tree.Locate(Device)).Select(Message).OfType<string>()] : [];

    [SupportedOSPlatform("linux")]
    private static unsafe List<string> Records(string path)
    {
        List<string> records = [];
        int fd = Unistd.open(path, Unistd.O_RDONLY | Unistd.O_NONBLOCK | Unistd.O_CLOEXEC);
        if (fd < 0)
            return records;
        byte* record = stackalloc byte[LargestMessage];
        // A read gives one message; EPIPE, that some were overwritten meanwhile; EAGAIN, that there are no more. A plain file gives
        // several.
        for (int i = 0; i < MostMessages && Unistd.read(fd, record, LargestMessage) is > 0 and var length; i++)
            records.AddRange(Encoding.UTF8.GetString(record, (int)length).Split('\n').Where(line => !line.StartsWith(' ')));
        Unistd.close(fd);
        return records;
    }

    private static string? Message(string record)
    {
        int end = record.IndexOf(';');
        return end > 0 && KernelNumbers.Whole(record[..end].Split(',')[0]) is >= 0 and < Urgencies ? record[(end + 1)..] : null;
    }
}
