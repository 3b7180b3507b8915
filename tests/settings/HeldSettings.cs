using Bench.Settings;

namespace Bench.Tests.Settings;

/// <summary>The right to change this machine's settings, taken once for all tests of a class.</summary>
public sealed class HeldSettings : IDisposable
{
    private readonly SettingsGuard? guard;
    private readonly string reason;

    /// <summary>Waits for whoever has them.</summary>
    public HeldSettings() =>
        guard = SettingsGuard.TryAcquire(TimeSpan.FromMinutes(10), TestContext.Current.SendDiagnosticMessage, out reason);

    /// <summary>Changes settings until the result is disposed.</summary>
    public IDisposable Change(IReadOnlyList<SettingChange> changes)
    {
        Assert.True(guard is not null, reason);
        return guard.Change(changes);
    }

    public void Dispose() => guard?.Dispose();
}
