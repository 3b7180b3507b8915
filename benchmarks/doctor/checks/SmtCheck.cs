using Bench.Machine.Readers;

namespace Bench.Doctor.Checks;

/// <summary>Whether the measuring processor shares its core.</summary>
internal sealed class SmtCheck() : Check("smt", FindingKind.Noise, "SMT",
    "whatever runs on the core's other thread takes a share of it that no clock shows")
{
    public override IEnumerable<Finding> Examine(SystemTree tree) => Smt.Shared(tree) switch
    {
        true => [Noisy("on: two logical processors share a core", $"echo off | sudo tee {Smt.Control}")],
        false => [Ok($"{Smt.Describe(tree)}, as far as this system sees")],
        null => [Note("not visible here")],
    };
}
