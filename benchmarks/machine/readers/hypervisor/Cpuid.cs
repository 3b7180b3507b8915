using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Bench.Machine.Readers.Hypervisor;

/// <summary>
/// What hypervisors say of themselves in CPUID: twelve letters in leaf 0x40000000, and in one every 0x100 further where several interfaces
/// are offered (Documentation/virt/kvm/x86/cpuid.rst).
/// </summary>
internal static class Cpuid
{
    /// <summary>The first leaf that a hypervisor signs.</summary>
    public const uint First = 0x40000000;

    private const int Interfaces = 16;
    private const int FewestLetters = 4;

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["KVMKVMKVM"] = "KVM",
        ["MicrosoftHv"] = "Hyper-V",
        ["VMwareVMware"] = "VMware",
        ["XenVMMXenVMM"] = "Xen",
        ["TCGTCGTCGTCG"] = "QEMU without acceleration (TCG)",
        ["bhyvebhyve"] = "bhyve",
        ["ACRNACRNACRN"] = "ACRN",
    };

    /// <summary>The name that goes with a signature; null where none is known.</summary>
    public static string? Name(string signature) => Names.GetValueOrDefault(signature);

    /// <summary>The signature in a leaf, blanks and all that is no letter left out.</summary>
    public static string Signature(uint leaf)
    {
        if (!X86Base.IsSupported)
            return "";
        var (_, b, c, d) = X86Base.CpuId(unchecked((int)leaf), 0);
        ReadOnlySpan<int> words = [b, c, d];
        return new([.. MemoryMarshal.AsBytes(words).ToArray().Where(letter => letter is > 32 and < 127).Select(letter => (char)letter)]);
    }

    /// <summary>Whoever signs one of the first leaves, each once: by name, or else as it signs.</summary>
    /// <param name="signature">The signature in a leaf.</param>
    public static IEnumerable<string> Hypervisors(Func<uint, string> signature) =>
        Enumerable.Range(0, Interfaces)
            .Select(i => PlainText.Of(signature(First + (uint)i * 0x100)))
            .Where(letters => letters.Length >= FewestLetters)
            .Select(letters => Name(letters) ?? letters)
            .Distinct();
}
