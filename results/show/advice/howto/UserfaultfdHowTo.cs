using System.Globalization;

namespace Bench.Results.Show.Advice.Howto;

/// <summary>A fault handler in user space.</summary>
public sealed class UserfaultfdHowTo : HowTo
{
    /// <inheritdoc/>
    public override string Mechanism => "Userfaultfd";

    /// <inheritdoc/>
    public override IEnumerable<HowToStep> Steps(int pages, int pageBytes) =>
    [
        new("As root, where it says 0", "sysctl vm.unprivileged_userfaultfd=1"),
        new("In the program, a thread that reads faults from a userfaultfd(2) and answers each by",
            string.Create(CultureInfo.InvariantCulture, $"ioctl(uffd, UFFDIO_COPY, …) of {(long)pages * pageBytes} bytes")),
    ];
}
