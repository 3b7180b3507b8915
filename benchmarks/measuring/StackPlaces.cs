using System.Runtime.CompilerServices;

namespace Bench.Measuring;

/// <summary>
/// Repeats an action at four places of the stack, 16 bytes apart. Where a frame lies within 64 bytes is drawn anew for each process, and a
/// P/Invoke's frame costs 13 ns more in one place than in the next: enough to tell identical launches of getppid(2) apart by 7 % (Mytkowicz
/// et al. 2009, "Producing wrong data without doing anything obviously wrong").
/// </summary>
internal static class StackPlaces
{
    /// <summary>How many there are.</summary>
    public const int Count = 4;

    private const int Bytes = 16;

    /// <summary>Tells <paramref name="action"/> to repeat <paramref name="count"/> times in all.</summary>
    /// <param name="action">What to repeat.</param>
    /// <param name="count">How often.</param>
    /// <param name="first">The place to begin with: fewer repetitions than places don't come to all of them.</param>
    public static void Repeat(Action<long> action, long count, long first = 0)
    {
        for (int place = 0; place < Count; place++)
        {
            if (EvenParts.Of(count, Count, place) is > 0 and var repetitions)
                RepeatDeeper((int)((first + place) % Count + 1) * Bytes, action, repetitions);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static unsafe void RepeatDeeper(int bytes, Action<long> action, long count)
    {
        byte* room = stackalloc byte[bytes];
        Volatile.Write(ref *room, 0); // else nothing would have to be there
        action(count);
    }
}
