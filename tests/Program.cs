using Bench.Interop.Settings;
using Bench.Tests;
using Bench.Tests.Settings;

// As xunit's generated entry point, and two verbs more: the process that tests kill, and the guardian of the tests' own changes.
if (args is [HoldSettings.Verb, .. var rest])
    return HoldSettings.Run(rest);
if (args is [SettingsGuardian.Verb])
    return SettingsGuardian.Run();
if (args.Any(arg => arg is "--server" or "--internal-msbuild-node"))
    return await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
return await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
