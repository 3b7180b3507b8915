using Bench.Machine.Readers;

namespace Bench.Machine.Facts;

/// <summary>Boot options that make faults and system calls of a guest cost otherwise: whether it has a zero page, and page tables of the kernel's own.</summary>
internal sealed class GuestOptionsFact() : Fact("guest_options", "Guest options", FactGroup.Kernel, matters: true)
{
    public override string Read(SystemTree tree) =>
        BootOptions.Find(tree, "pvm_no_zero_page", "nested_pvm", "pti", "nopti") is { Count: > 0 } options ? string.Join(' ', options.Select(PlainText.Of)) : "none";
}
