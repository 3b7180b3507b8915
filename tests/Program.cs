using Bench.Settings;
using Bench.Tests;
using Bench.Tests.Settings;
using Bench.Tests.Suite;
using Bench.Tests.Workloads;

// As xunit's generated entry point, and five verbs more: the processes that tests kill, the one that breaks, the one that is refused system
// calls, and the guardian of the tests' own changes.
if (args is [HoldSettings.Verb, .. var rest])
    return HoldSettings.Run(rest);
if (args is [HoldCrew.Verb])
    return HoldCrew.Run();
if (args is [WithoutCalls.Verb, .. var suite])
    return WithoutCalls.Run(suite);
if (args is [Broken.Verb, var where])
    return Broken.Run(where);
if (args is [SettingsGuardian.Verb])
    return SettingsGuardian.Run();
return await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
