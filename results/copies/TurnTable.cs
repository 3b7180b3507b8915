using System.Net.Sockets;

namespace Bench.Results.Copies;

/// <summary>
/// Hands out turns to two processes, A B B A A B B A, one iteration each. A process that is alone, since the other has ended, has every
/// turn. Each benchmark is a connection of its own: its first byte names the side, then every 'r' asks for a turn and every 'm' to meet the
/// other side; the answer is one byte.
/// </summary>
internal sealed class TurnTable : IDisposable
{
    private const byte Ready = (byte)'r';
    private static readonly int[] Order = [0, 1, 1, 0];
    private static readonly byte[] Go = [(byte)'g'];

    private readonly Lock gate = new();
    private readonly Socket listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly string path;
    private readonly Player[] players = [new(), new()];
    private int given;

    private enum State
    {
        /// <summary>Between benchmarks, or in a turn: it will ask by itself.</summary>
        Busy,
        Ready,
        Meeting,
        Ended,
    }

    private sealed class Player
    {
        public Socket? Socket { get; set; }

        public State State { get; set; }
    }

    /// <summary>A table for one launch of both sides.</summary>
    /// <param name="folder">Where its socket lies; the path must be short (unix(7): 107 bytes).</param>
    public TurnTable(string folder)
    {
        path = Path.Combine(folder, $"turns-{Guid.NewGuid().ToString("N")[..8]}");
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        new Thread(Accept) { IsBackground = true, Name = "turns" }.Start();
    }

    /// <summary>What the processes of a side (0 or 1) must find in their environment.</summary>
    public KeyValuePair<string, string> Seat(int side) => new(SuiteCopy.TurnsVariable, $"{side}:{path}");

    /// <summary>The side's process has ended; the other waits for it no longer.</summary>
    public void End(int side)
    {
        lock (gate)
        {
            players[side].State = State.Ended;
            Serve();
        }
    }

    public void Dispose()
    {
        listener.Dispose();
        lock (gate)
        {
            foreach (var player in players)
                player.Socket?.Dispose();
        }

        File.Delete(path);
    }

    private void Accept()
    {
        try
        {
            while (true)
            {
                var socket = listener.Accept();
                new Thread(() => Hear(socket)) { IsBackground = true, Name = "turns" }.Start();
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Disposed: the launch is over.
        }
    }

    private void Hear(Socket socket)
    {
        byte[] message = new byte[1];
        try
        {
            if (socket.Receive(message) == 0 || message[0] is not ((byte)'0' or (byte)'1'))
                return;
            var player = players[message[0] - '0'];
            lock (gate)
                player.Socket = socket;
            while (socket.Receive(message) > 0)
            {
                lock (gate)
                {
                    player.State = message[0] == Ready ? State.Ready : State.Meeting;
                    Serve();
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The process was killed; who launched it will say so.
        }
        finally
        {
            socket.Dispose();
        }
    }

    // Nobody gets a turn while another may still be in his.
    private void Serve()
    {
        if (players.Any(player => player.State == State.Busy))
            return;
        if (players.All(player => player.State is State.Meeting or State.Ended))
        {
            foreach (var player in players.Where(player => player.State == State.Meeting))
                Answer(player);
            return;
        }

        var waiting = players.Where(player => player.State == State.Ready).ToArray();
        if (waiting.Length > 0)
            Answer(waiting.Length == 2 ? players[Order[given++ % Order.Length]] : waiting[0]);
    }

    private static void Answer(Player player)
    {
        player.State = State.Busy;
        try
        {
            player.Socket!.Send(Go);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The process was killed; who launched it will say so.
        }
    }
}
