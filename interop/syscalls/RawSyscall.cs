using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Bench.Interop.Memory;

namespace Bench.Interop.Syscalls;

/// <summary>
/// System calls through machine code of our own, in a page mapped read-write, then read-execute. A stub takes the number and up to five
/// arguments as C would pass them, and returns what the kernel returns: a value, or -errno.
/// </summary>
/// <remarks>
/// x86-64 has two forms. The first <c>ret</c> after <c>syscall</c> can cost 60-110 ns where the kernel clears the return predictor on
/// entry; the second form pops the return address and jumps. It must not be used under user shadow stacks, which would then disagree with
/// the stack.
/// </remarks>
[SupportedOSPlatform("linux")]
public sealed unsafe class RawSyscall : IDisposable
{
    private const int SlotBytes = 64;

    // mov rax,rdi; mov rdi,rsi; mov rsi,rdx; mov rdx,rcx; mov r10,r8; mov r8,r9; syscall
    private static ReadOnlySpan<byte> X64Call =>
        [0x48, 0x89, 0xF8, 0x48, 0x89, 0xF7, 0x48, 0x89, 0xD6, 0x48, 0x89, 0xCA, 0x4D, 0x89, 0xC2, 0x4D, 0x89, 0xC8, 0x0F, 0x05];

    // mov rax,rdi; syscall
    private static ReadOnlySpan<byte> X64Null => [0x48, 0x89, 0xF8, 0x0F, 0x05];

    private static ReadOnlySpan<byte> X64Ret => [0xC3];

    // pop rcx; jmp rcx (rcx is the kernel's to clobber)
    private static ReadOnlySpan<byte> X64Jump => [0x59, 0xFF, 0xE1];

    // mov x8,x0; mov x0,x1; mov x1,x2; mov x2,x3; mov x3,x4; mov x4,x5; svc #0
    private static ReadOnlySpan<byte> Arm64Call =>
    [
        0xE8, 0x03, 0x00, 0xAA, 0xE0, 0x03, 0x01, 0xAA, 0xE1, 0x03, 0x02, 0xAA, 0xE2, 0x03, 0x03, 0xAA,
        0xE3, 0x03, 0x04, 0xAA, 0xE4, 0x03, 0x05, 0xAA, 0x01, 0x00, 0x00, 0xD4,
    ];

    // mov x8,x0; svc #0
    private static ReadOnlySpan<byte> Arm64Null => [0xE8, 0x03, 0x00, 0xAA, 0x01, 0x00, 0x00, 0xD4];

    private static ReadOnlySpan<byte> Arm64Ret => [0xC0, 0x03, 0x5F, 0xD6];

    private readonly Mapping? page;

    private RawSyscall(Mapping? page, string route, string? why)
    {
        this.page = page;
        Route = route;
        WhyNotRaw = why;
    }

    /// <summary>The route in use, for reports: "machine code, jmp", "machine code, ret" or "libc syscall()".</summary>
    public string Route { get; }

    /// <summary>Why machine code is not used, where it isn't.</summary>
    public string? WhyNotRaw { get; }

    /// <summary>Stub of the null call ending in <c>ret</c>: number to result. Null where machine code is not used.</summary>
    public delegate* unmanaged[SuppressGCTransition]<nint, nint> NullRet { get; private init; }

    /// <summary>Stub of the null call that does not end in <c>ret</c>. Null where that form is not to be had.</summary>
    public delegate* unmanaged[SuppressGCTransition]<nint, nint> NullJump { get; private init; }

    /// <summary>The cheapest null call here: <see cref="NullJump"/>, <see cref="NullRet"/>, or libc's <c>syscall</c>.</summary>
    public delegate* unmanaged[SuppressGCTransition]<nint, nint> Null { get; private init; }

    /// <summary>The same with five arguments. Short calls only: the runtime is not told that the thread has left managed code.</summary>
    public delegate* unmanaged[SuppressGCTransition]<nint, nint, nint, nint, nint, nint, nint> Call { get; private init; }

    /// <summary>Maps the stubs, or falls back to libc's <c>syscall</c> (which returns -1 and sets errno) and says why.</summary>
    public static RawSyscall Create() => Create(RuntimeInformation.ProcessArchitecture, UserShadowStack.IsOn());

    internal static RawSyscall Create(Architecture architecture, bool shadowStack)
    {
        if (architecture is not (Architecture.X64 or Architecture.Arm64) || architecture != RuntimeInformation.ProcessArchitecture)
            return Fallback($"no machine code for {architecture}");

        var page = Mapping.Anonymous(1);
        byte* at = page.Address;
        Span<nint> slots = stackalloc nint[4];
        if (architecture == Architecture.X64)
        {
            slots[0] = Emit(ref at, X64Null, X64Ret);
            slots[1] = shadowStack ? 0 : Emit(ref at, X64Null, X64Jump);
            slots[2] = Emit(ref at, X64Call, X64Ret);
            slots[3] = shadowStack ? 0 : Emit(ref at, X64Call, X64Jump);
        }
        else
        {
            slots[0] = Emit(ref at, Arm64Null, Arm64Ret);
            slots[2] = Emit(ref at, Arm64Call, Arm64Ret);
        }
        // On arm64 this is also what makes the instruction cache see the stubs (arch/arm64/mm/flush.c, __sync_icache_dcache).
        if (Mman.mprotect(page.Address, page.Length, Mman.PROT_READ | Mman.PROT_EXEC) != 0)
        {
            string why = SystemError.Last("mprotect(PROT_EXEC)").Message;
            page.Dispose();
            return Fallback(why);
        }
        return new RawSyscall(page, slots[1] != 0 ? "machine code, jmp" : "machine code, ret", null)
        {
            NullRet = (delegate* unmanaged[SuppressGCTransition]<nint, nint>)slots[0],
            NullJump = (delegate* unmanaged[SuppressGCTransition]<nint, nint>)slots[1],
            Null = (delegate* unmanaged[SuppressGCTransition]<nint, nint>)(slots[1] != 0 ? slots[1] : slots[0]),
            Call =
                (delegate* unmanaged[SuppressGCTransition]<nint, nint, nint, nint, nint, nint, nint>)(slots[3] != 0 ? slots[3] : slots[2]),
        };
    }

    internal static RawSyscall Fallback(string why)
    {
        nint address = Libc.SyscallAddress();
        return new RawSyscall(null, "libc syscall()", why)
        {
            Null = (delegate* unmanaged[SuppressGCTransition]<nint, nint>)address,
            Call = (delegate* unmanaged[SuppressGCTransition]<nint, nint, nint, nint, nint, nint, nint>)address,
        };
    }

    /// <summary>Unmaps the stubs; none may be called afterwards.</summary>
    public void Dispose() => page?.Dispose();

    private static nint Emit(ref byte* at, ReadOnlySpan<byte> body, ReadOnlySpan<byte> end)
    {
        byte* start = at;
        body.CopyTo(new Span<byte>(at, SlotBytes));
        end.CopyTo(new Span<byte>(at + body.Length, SlotBytes - body.Length));
        at += SlotBytes;
        return (nint)start;
    }
}
