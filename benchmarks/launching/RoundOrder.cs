namespace Bench.Launching;

/// <summary>
/// The order in which cases are launched: each once a round. Every odd round draws a new order and the next one goes through it backwards,
/// so that a machine that gets steadily faster or slower over two rounds does so alike for all cases.
/// </summary>
internal static class RoundOrder
{
    /// <summary>The same for the same number of cases, so that a run can be repeated.</summary>
    public static IEnumerable<(int Round, T Case)> Of<T>(IReadOnlyList<T> cases, int rounds)
    {
        T[] order = [];
        for (int round = 1; round <= rounds; round++)
        {
            if (round % 2 == 1)
            {
                order = [.. cases];
                new Random(round).Shuffle(order);
            }
            else
            {
                order = [.. order.Reverse()];
            }
            foreach (var item in order)
                yield return (round, item);
        }
    }
}
