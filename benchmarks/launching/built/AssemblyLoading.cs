using Bench.Interop;
using Bench.Settings;
using Microsoft.CodeAnalysis.CSharp;

namespace Bench.Launching.Built;

/// <summary>
/// The part of a generated program that loads the built suite from where it lies, and nothing but the build that started the run: one that
/// was built again meanwhile would be measured under the other's name.
/// </summary>
/// <param name="folder">Where the suite lies.</param>
internal sealed class AssemblyLoading(string folder)
{
    /// <summary>C# source.</summary>
    public string Source => $$"""
        [assembly: System.Runtime.Versioning.TargetFramework({{Literal(AppContext.TargetFrameworkName ?? "")}})]

        internal static class AssemblyLoading
        {
            [System.Runtime.CompilerServices.ModuleInitializer]
            internal static void Begin() => System.Runtime.Loader.AssemblyLoadContext.Default.Resolving += Load;

            private static System.Reflection.Assembly Load(
                System.Runtime.Loader.AssemblyLoadContext context, System.Reflection.AssemblyName name)
            {
                string path = System.IO.Path.Combine({{Literal(folder)}}, name.Name + ".dll");
                if (!System.IO.File.Exists(path))
                    return null;
                var assembly = context.LoadFromAssemblyPath(path);
                string expected = name.Name switch
                {
                    {{Version(typeof(AssemblyLoading))}},
                    {{Version(typeof(Errno))}},
                    {{Version(typeof(SettingsGuard))}},
                    _ => "",
                };
                if (expected.Length > 0 && assembly.ManifestModule.ModuleVersionId.ToString() != expected)
                {
                    System.Console.Error.WriteLine("error: " + path + " was built again while this run measures; start the run again");
                    System.Environment.Exit(1);
                }
                return assembly;
            }
        }
        """;

    private static string Version(Type type) =>
        $"{Literal(type.Assembly.GetName().Name!)} => {Literal(type.Module.ModuleVersionId.ToString())}";

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
