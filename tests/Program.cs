using Bench.Interop.Settings;
using Bench.Tests;
using Bench.Tests.Settings;
using Bench.Tests.Suite;
using Bench.Tests.Workloads;

// As xunit's generated entry point, and four verbs more: the processes that tests kill or confine, and the guardian of the tests' own changes.
if (args is [HoldSettings.Verb, .. var rest])
    return HoldSettings.Run(rest);
if (args is [WithoutCall.Verb, .. var confined])
    return WithoutCall.Run(confined);
if (args is [HoldCrew.Verb])
    return HoldCrew.Run();
if (args is [SettingsGuardian.Verb])
    return SettingsGuardian.Run();
if (args.Any(arg => arg is "--server" or "--internal-msbuild-node"))
    return await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
return await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
