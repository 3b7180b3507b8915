using System.Runtime.InteropServices;

namespace Bench.Fidelity;

/// <summary>A temporary directory of this user's alone, removed when disposed of, and when a signal ends the process.</summary>
internal sealed class PrivateDirectory : IDisposable
{
    private readonly List<PosixSignalRegistration> signals = [];

    public PrivateDirectory(string prefix)
    {
        Path = Directory.CreateTempSubdirectory(prefix).FullName;
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP })
            signals.Add(PosixSignalRegistration.Create(signal, _ => Remove()));
    }

    public string Path { get; }

    public void Dispose()
    {
        foreach (var signal in signals)
            signal.Dispose();
        Remove();
    }

    private void Remove()
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                Directory.Delete(Path, recursive: true);
                return;
            }
            catch (DirectoryNotFoundException)
            {
                return;
            }
            catch (IOException) when (attempt < 100)
            {
                // The compiler, which the same Ctrl-C ends, was still writing.
                Thread.Sleep(10);
            }
        }
    }
}
