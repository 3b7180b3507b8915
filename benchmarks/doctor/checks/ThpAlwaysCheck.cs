using Bench.Machine.Readers;

namespace Bench.Doctor.Checks;

/// <summary>Whether huge pages are given to who didn't ask.</summary>
internal sealed class ThpAlwaysCheck() : Check("thp", FindingKind.Noise, "THP",
    "where huge pages come unasked, khugepaged also merges pages behind a benchmark's back")
{
    public override IEnumerable<Finding> Examine(SystemTree tree)
    {
        string global = TransparentHugePageFiles.InForce(tree, TransparentHugePageFiles.Global);
        if (global is SystemTree.NotThere or SystemTree.Unknown)
            return [Note(global)];
        var always = TransparentHugePageFiles.Sizes(tree).Select(TransparentHugePageFiles.OfSize)
            .Prepend(TransparentHugePageFiles.Global)
            .Where(file => TransparentHugePageFiles.InForce(tree, file) == "always").ToList();
        return [always.Count == 0
            ? Ok(global)
            : Noisy($"always: {string.Join(", ", always)}", $"echo madvise | sudo tee {string.Join(' ', always)}")];
    }
}
