using System.Globalization;

namespace Bench.Results.Show.Advice.Howto;

/// <summary>The patched kernel's system call.</summary>
public sealed class MultiPageAllocHowTo : HowTo
{
    /// <inheritdoc/>
    public override string Mechanism => "MultiPageAlloc";

    /// <inheritdoc/>
    public override IEnumerable<HowToStep> Steps(int pages, int pageBytes) =>
        [new("In the program, on a kernel with the patches of kernel/",
            string.Create(CultureInfo.InvariantCulture, $"syscall(701, {pages});"))];
}
