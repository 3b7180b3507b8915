using System.Buffers.Binary;
using System.Globalization;

namespace Bench.Trying;

/// <summary>
/// A library that makes one system call when a program loads it (LD_PRELOAD, ld.so(8)): exec forgets such a setting, and every program that
/// the command starts has to ask for it itself. It is written here, as few users of a program have a compiler.
/// </summary>
/// <param name="Name">The call's name.</param>
/// <param name="Number">The call's number on x86-64.</param>
/// <param name="Argument">Its only argument.</param>
internal sealed record PreloadLibrary(string Name, int Number, int Argument)
{
    // Where things lie: the first page is read and run, the second one is read and written by the loader.
    private const int Page = 0x1000, Code = 0x200, Symbols = Page, Hash = Page + 24, Strings = Page + 40, Dynamic = Page + 48;
    private const int DynamicBytes = 7 * 16, End = Dynamic + DynamicBytes;

    private const int PT_LOAD = 1, PT_DYNAMIC = 2, PT_GNU_STACK = 0x6474e551, PF_X = 1, PF_W = 2, PF_R = 4;
    private const int DT_HASH = 4, DT_STRTAB = 5, DT_SYMTAB = 6, DT_STRSZ = 10, DT_SYMENT = 11, DT_INIT = 12;

    /// <summary>What it does.</summary>
    public string Call => string.Create(CultureInfo.InvariantCulture, $"{Name}({Argument})");

    /// <summary>How to have it where there is a compiler, and to run a command with it.</summary>
    /// <param name="command">The command as a shell takes it.</param>
    public IEnumerable<string> HowTo(string command)
    {
        string call = string.Create(CultureInfo.InvariantCulture, $"syscall({Number}, {Argument})");
        yield return $"echo 'long syscall(long, ...); __attribute__((constructor)) static void f(void) {{ {call}; }}'"
            + " | cc -shared -fPIC -o preload.so -x c -";
        yield return $"LD_PRELOAD=$PWD/preload.so {command}";
    }

    /// <summary>Its file: a shared object of 64-bit ELF for x86-64 whose initialisation makes the call (elf(5), DT_INIT).</summary>
    public byte[] Bytes()
    {
        byte[] file = new byte[End];
        Header(file);
        Segment(file, 0, PT_LOAD, PF_R | PF_X, 0, Page, Page);
        Segment(file, 1, PT_LOAD, PF_R | PF_W, Page, End - Page, Page);
        Segment(file, 2, PT_DYNAMIC, PF_R | PF_W, Dynamic, DynamicBytes, 8);
        Segment(file, 3, PT_GNU_STACK, PF_R | PF_W, 0, 0, 16);
        Instructions(file.AsSpan(Code));
        // One bucket and one symbol, which is none.
        Put(file, Hash, 1);
        Put(file, Hash + 4, 1);
        (int Tag, int Value)[] entries =
            [(DT_HASH, Hash), (DT_STRTAB, Strings), (DT_SYMTAB, Symbols), (DT_STRSZ, 1), (DT_SYMENT, 24), (DT_INIT, Code)];
        foreach (var (at, (tag, value)) in entries.Index())
        {
            Put(file, Dynamic + 16 * at, tag);
            Put(file, Dynamic + 16 * at + 8, value);
        }
        return file;
    }

    // ET_DYN of EM_X86_64, version 1; program headers follow at 64.
    private static void Header(byte[] file)
    {
        ElfInterpreter.Magic.CopyTo(file);
        Put(file, 6, 1);
        Put(file, 16, 3 | 62 << 16);
        Put(file, 20, 1);
        Put(file, 32, 64);
        // e_ehsize, e_phentsize, e_phnum, e_shentsize.
        Put(file, 52, 64 | 56 << 16);
        Put(file, 56, 4 | 64 << 16);
    }

    private static void Segment(byte[] file, int index, int type, int flags, int offset, int bytes, int alignment)
    {
        int at = 64 + 56 * index;
        Put(file, at, type);
        Put(file, at + 4, flags);
        foreach (int field in (int[])[8, 16, 24])
            Put(file, at + field, offset);
        Put(file, at + 32, bytes);
        Put(file, at + 40, bytes);
        Put(file, at + 48, alignment);
    }

    // endbr64; mov eax, number; mov edi, argument; syscall; ret.
    private void Instructions(Span<byte> code)
    {
        ReadOnlySpan<byte> all = [0xf3, 0x0f, 0x1e, 0xfa, 0xb8, 0, 0, 0, 0, 0xbf, 0, 0, 0, 0, 0x0f, 0x05, 0xc3];
        all.CopyTo(code);
        BinaryPrimitives.WriteInt32LittleEndian(code[5..], Number);
        BinaryPrimitives.WriteInt32LittleEndian(code[10..], Argument);
    }

    private static void Put(byte[] file, int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), value);
}
