using Bench.Trying;

namespace Bench.Tests.Trying;

/// <summary>One launch at a time.</summary>
public class LauncherTests
{
    // At Ctrl-C one handler ends the command and another one cancels, in either order and any time apart.
    [Fact]
    public async Task WhatIsEndedFromHereIsInterruptedAndNotFoundDead()
    {
        var program = TriedProgram.Find(["sleep", "600"], null, out _)!;
        var options = new TryOptions { Rounds = 2, Clock = "auto" };
        using var libraries = new PreloadFolder();
        var memory = MemoryWatch.Sampling("it is not asked for");
        var launcher = new Launcher(program, options, guard: null, memory, libraries, janitor: null);
        var launch = Task.Run(() => launcher.Launch(new OfferedSetting("today", "as the system stands"), 0, CancellationToken.None));
        while (!launch.IsCompleted)
        {
            launcher.Kill();
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => launch);
    }
}
