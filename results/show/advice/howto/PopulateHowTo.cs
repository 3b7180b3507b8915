using System.Globalization;

namespace Bench.Results.Show.Advice.Howto;

/// <summary>MADV_POPULATE_WRITE: no privilege, but the program must know when it enters a window.</summary>
public sealed class PopulateHowTo : HowTo
{
    /// <inheritdoc/>
    public override string Mechanism => "Populate";

    /// <inheritdoc/>
    public override IEnumerable<HowToStep> Steps(int pages, int pageBytes) =>
    [
        new(
            string.Create(CultureInfo.InvariantCulture,
                $"In the program (Linux 5.14, no privilege), before the first touch in each aligned window of "
                    + $"{(long)pages * pageBytes / 1024} KiB (madvise(2))"),
            string.Create(CultureInfo.InvariantCulture, $"madvise(window, {(long)pages * pageBytes}, MADV_POPULATE_WRITE);")),
    ];
}
