using Bench.Machine.Readers;

namespace Bench.Machine.Checks;

/// <summary>The FunctionCall class; it needs nothing from the system.</summary>
internal sealed class FunctionCallCheck() : Check("function_call", FindingKind.Measures, "Function calls",
    "they are the yardstick: every system call is given as a multiple of one")
{
    public override bool NeedsLinux => false;

    public override IEnumerable<Finding> Examine(SystemTree tree) => [Ok("all rows")];
}
