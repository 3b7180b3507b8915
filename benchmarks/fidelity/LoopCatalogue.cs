using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Bench.Interop.Syscalls;
using Bench.Workloads.Faults.Orders;

namespace Bench.Fidelity;

/// <summary>The loops that are compared, and their bars.</summary>
[SupportedOSPlatform("linux")]
internal static unsafe class LoopCatalogue
{
    private static readonly Order Sequential = new Sequential();
    private static readonly Order Random = new RandomOrder();

    /// <summary>Makes each loop, when its turn comes: no two hold their memory at once.</summary>
    /// <param name="c">The C loops.</param>
    /// <param name="raw">The stubs.</param>
    /// <param name="pages">Pages of the touched region.</param>
    public static IReadOnlyList<Func<TwinLoop>> All(CLoops c, RawSyscall raw, int pages)
    {
        var loops = new List<Func<TwinLoop>>();
        if (raw.NullJump != null)
            loops.Add(() => new NullCallByStub("null call: stub without ret, inline asm", Bar.AtMost(1.03), c, raw.NullJump));
        if (raw.NullRet != null)
            loops.Add(() => new NullCallByStub("null call: stub with ret, inline asm", RetBar, c, raw.NullRet));
        loops.Add(() => new NullCallByLibc("null call: libc syscall() on both sides", c));
        loops.Add(() => new FunctionCalls("function call, not inlined", c));
        loops.Add(() => new ColdTouch("cold touch, sequential", new Bar(0.97, 1.03), c, Sequential, pages));
        loops.Add(() => new ColdTouch("cold touch, random", new Bar(0.97, 1.03), c, Random, pages));
        loops.Add(() => new WarmTouch("warm touch, sequential", Bar.AtMost(1.03), c, Sequential, pages));
        loops.Add(() => new WarmTouch("warm touch, random", null, c, Random, pages));
        return loops;
    }

    /// <summary>What is left out here, with the reason.</summary>
    public static IReadOnlyList<string> LeftOut(RawSyscall raw) => raw switch
    {
        { WhyNotRaw: { } why } => [$"null call by stubs: {why}"],
        { NullJump: not null } => [],
        _ when RuntimeInformation.ProcessArchitecture == Architecture.X64 => ["null call: stub without ret: user shadow stacks are on"],
        _ => ["null call: stub without ret: only x86-64 needs that form"],
    };

    // Only x86-64 kernels make the first ret after a system call dear; elsewhere this is the suite's null call.
    private static Bar? RetBar => RuntimeInformation.ProcessArchitecture == Architecture.X64 ? null : Bar.AtMost(1.03);
}
