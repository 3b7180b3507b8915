using BenchmarkDotNet.Toolchains;
using BenchmarkDotNet.Toolchains.DotNetCli;

namespace Bench.Launching.Built;

/// <summary>
/// A process for each launch, as BenchmarkDotNet's own toolchain has it; but its program refers to the suite that is running, where
/// BenchmarkDotNet would look for a project from the current folder upwards and build it once more, whatever source lies there.
/// </summary>
/// <param name="suite">The running suite.</param>
/// <param name="folder">Where programs go.</param>
internal sealed class BuiltToolchain(BuiltSuite suite, string folder)
    : Toolchain("Default", new ProgramGenerator(suite, folder), new ProgramCompiler(suite), new DotNetCliExecutor(suite.Host));
