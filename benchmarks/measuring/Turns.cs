using System.Net.Sockets;
using Bench.Results.Copies;

namespace Bench.Measuring;

/// <summary>
/// Lets two measuring processes run their iterations in turns, so that both see the same fast and slow seconds of the machine. The process
/// that compares them (<c>ab</c>) names a socket in an environment variable and hands out the turns; without it there is nothing to wait
/// for.
/// </summary>
internal sealed class Turns : IDisposable
{
    private const string Variable = SuiteCopy.TurnsVariable;
    private const byte Ready = (byte)'r', Meet = (byte)'m';

    private readonly Socket? table;
    private readonly byte[] message = new byte[1];

    private Turns(Socket? table) => this.table = table;

    /// <summary>Whether this process takes turns with another one.</summary>
    public static bool Taken => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 };

    /// <summary>A seat at the table that the environment names, as <c>SIDE:PATH</c>; anything goes at once where it names none.</summary>
    public static Turns Join()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 2 } seat)
            return new Turns(null);
        var table = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        table.Connect(new UnixDomainSocketEndPoint(seat[2..]));
        table.Send([(byte)seat[0]]);
        return new Turns(table);
    }

    /// <summary>Waits until it is this process's turn. The turn lasts until the next call or disposal.</summary>
    public void Take() => Ask(Ready);

    /// <summary>Waits until the other process is here too.</summary>
    public void MeetOther() => Ask(Meet);

    public void Dispose() => table?.Dispose();

    private void Ask(byte what)
    {
        if (table is null)
            return;
        message[0] = what;
        table.Send(message);
        // A table that is gone gives no turns: without it the iterations would overlap.
        if (table.Receive(message) == 0)
            throw new InvalidOperationException("the process that hands out turns has ended");
    }
}
