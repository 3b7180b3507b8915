namespace Bench.Machine.Readers.Hypervisor;

/// <summary>One sign of a virtual machine.</summary>
/// <param name="By">Who says it: "the kernel", "CPUID".</param>
/// <param name="Name">Of the hypervisor, or of the machine that it shows.</param>
/// <param name="IsMachine">Whether it is the machine's name, such as a cloud's, which says nothing of the hypervisor.</param>
internal sealed record HypervisorSign(string By, string Name, bool IsMachine = false);
