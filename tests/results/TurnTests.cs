using System.Collections.Concurrent;
using System.Net.Sockets;
using Bench.Results.Copies;
using CsCheck;

namespace Bench.Tests.Results;

/// <summary>The table that hands out turns, played by threads instead of processes.</summary>
public class TurnTests
{
    private static readonly Gen<(int A, int B)> Lengths = Gen.Select(Gen.Int[0, 20], Gen.Int[0, 20]);

    [Fact]
    public void NoTwoTurnsOverlapAndEverybodyFinishes() => Lengths.Sample(lengths =>
    {
        var (order, overlaps) = Play(lengths.A, lengths.B);
        return overlaps == 0 && order.Count(side => side == 0) == lengths.A && order.Count(side => side == 1) == lengths.B;
    }, iter: 30, threads: 1);

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    public void TurnsGoThereAndBack(int each)
    {
        var (order, _) = Play(each, each);
        // A B B A A B B A: each pair of turns has one of either side, and neither side is always first.
        Assert.Equal(Enumerable.Range(0, 2 * each).Select(i => (i + 1) / 2 % 2), order);
    }

    [Fact]
    public void ASideThatEndsLeavesTheTurnsToTheOther()
    {
        var (order, overlaps) = Play(2, 9);
        Assert.Equal(0, overlaps);
        Assert.Equal(9, order.Count(side => side == 1));
    }

    [Fact]
    public void ACopyWithoutTurnsIsKnownByItsFile()
    {
        using var copy = new SuiteCopy(AppContext.BaseDirectory, []);
        Assert.True(copy.TakesTurns);
    }

    private static (int[] Order, int Overlaps) Play(params int[] turns)
    {
        using var table = new TurnTable(Path.GetTempPath());
        var order = new ConcurrentQueue<int>();
        int playing = 0;
        int overlaps = 0;
        Thread[] players = [.. turns.Select((count, side) => new Thread(() =>
        {
            using (var socket = Join(table.Seat(side).Value))
            {
                if (count > 0)
                    Ask(socket, 'm');
                for (int turn = 0; turn < count; turn++)
                {
                    Ask(socket, 'r');
                    if (Interlocked.Increment(ref playing) > 1)
                        Interlocked.Increment(ref overlaps);
                    order.Enqueue(side);
                    Thread.Yield();
                    Interlocked.Decrement(ref playing);
                }

                if (count > 0)
                    Ask(socket, 'm');
            }

            table.End(side);
        }))];
        foreach (var player in players)
            player.Start();
        foreach (var player in players)
            Assert.True(player.Join(TimeSpan.FromSeconds(30)), "a player waits for ever");
        return ([.. order], overlaps);
    }

    private static Socket Join(string seat)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(seat[2..]));
        socket.Send([(byte)seat[0]]);
        return socket;
    }

    private static void Ask(Socket socket, char what)
    {
        socket.Send([(byte)what]);
        Assert.Equal(1, socket.Receive(new byte[1]));
    }
}
