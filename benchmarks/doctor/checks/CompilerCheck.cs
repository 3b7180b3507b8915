using Bench.Machine.Readers;

namespace Bench.Doctor.Checks;

/// <summary>Whether the fidelity comparison can be built.</summary>
internal sealed class CompilerCheck() : Check("c_compiler", FindingKind.Tools, "C compiler",
    "it builds the C twins that the fidelity comparison holds this suite against; nothing else needs it")
{
    public override IEnumerable<Finding> Examine(SystemTree tree) =>
        [Executables.Find("cc") is { } folder ? Ok($"cc in {folder}") : Missing("no cc in PATH", "sudo apt install gcc, or the like")];
}
