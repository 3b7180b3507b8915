namespace Bench.Machine.Readers;

/// <summary>Whether logical processors share cores.</summary>
internal static class Smt
{
    /// <summary>The file that says, and that turns it off.</summary>
    public const string Control = "/sys/devices/system/cpu/smt/control";

    private const string Siblings = "/sys/devices/system/cpu/cpu0/topology/thread_siblings_list";

    /// <summary>Whether they do; null where the system doesn't say.</summary>
    public static bool? Shared(SystemTree tree) =>
        KernelNumbers.CountOfList(tree.Line(Siblings)) is { } count ? count > 1 : tree.Line(Control) switch
        {
            "on" => true,
            "off" or "forceoff" or "notsupported" or "notimplemented" => false,
            _ => null,
        };

    /// <summary>"on" or "off", with the kernel's own word where there is one.</summary>
    public static string Describe(SystemTree tree) => (Shared(tree), tree.Line(Control)) switch
    {
        (null, _) => tree.Absent(Control),
        (var shared, { } word) when word is "forceoff" or "notsupported" or "notimplemented" => $"{OnOff(shared)} ({word})",
        (var shared, _) => OnOff(shared),
    };

    private static string OnOff(bool? shared) => shared == true ? "on" : "off";
}
