using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bench.Interop.Files;
using Bench.Results.Files;
using Bench.Results.Show;

namespace Bench.Planning;

/// <summary>What a choice was made for; another one may be made for anything else.</summary>
/// <param name="Build">The suite's build.</param>
/// <param name="Environment">A digest of the facts that matter to comparisons.</param>
/// <param name="Selection">A digest of the rows and how they are launched.</param>
/// <param name="Budget">Seconds.</param>
internal sealed record Occasion(string Build, string Environment, string Selection, double Budget)
{
    /// <summary>
    /// A short digest of lines (CRC-32C): for telling apart, not against forgery, and without OpenSSL, which not every machine has.
    /// </summary>
    public static string Digest(IEnumerable<string> lines) =>
        Encoding.UTF8.GetBytes(string.Join('\n', lines)).Aggregate(uint.MaxValue, BitOperations.Crc32C)
            .ToString("x8", CultureInfo.InvariantCulture);
}

/// <summary>A choice as it is kept.</summary>
/// <param name="For">The occasion.</param>
/// <param name="RegionBytes">Bytes of the region.</param>
/// <param name="Iterations">As in <see cref="Step"/>.</param>
/// <param name="Forecast">Seconds it was to take.</param>
internal sealed record KeptChoice(Occasion For, long RegionBytes, int Iterations, double Forecast);

/// <summary>
/// The choices made last, in a file beside the artifacts: the same rows are measured in the same way again, so that runs can be compared.
/// </summary>
/// <param name="folder">The artifacts' folder.</param>
/// <param name="say">Takes a line about a file that is not used, or can't be written.</param>
internal sealed class KeptChoices(string folder, Action<string> say)
{
    private const string Name = "budget.json";
    private const string Format = "bench-budget/1";
    private const int Most = 16;
    private const int LongestFile = 64 << 10;

    private static readonly JsonSerializerOptions Strict = new()
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        MaxDepth = 8,
        WriteIndented = true,
    };

    private sealed record Document(string Format, KeptChoice[] Choices);

    /// <summary>The file.</summary>
    public string Path { get; } = System.IO.Path.Combine(folder, Name);

    /// <summary>The step chosen for this occasion before; null where none was.</summary>
    public Step? Find(Occasion occasion) =>
        Read().FirstOrDefault(kept => kept.For == occasion) is { } found ? new Step(found.RegionBytes, found.Iterations) : null;

    /// <summary>Keeps a choice in place of an earlier one for the same occasion.</summary>
    public void Keep(Occasion occasion, Choice choice)
    {
        var kept = new KeptChoice(occasion, choice.Step.RegionBytes, choice.Step.Iterations, Math.Round(choice.Seconds, 1));
        var document = new Document(Format, [kept, .. Read(quiet: true).Where(other => other.For != occasion).Take(Most - 1)]);
        try
        {
            Directory.CreateDirectory(folder);
            if (!IsOwnFile)
                throw new IOException($"{Path} is no regular file");
            AtomicFile.Write(Path, JsonSerializer.Serialize(document, Strict) + "\n");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            say($"The budget's choice is not kept: {e.Message.ReplaceLineEndings(" ")}");
        }
    }

    // Nobody asked for this file: unlike one named by -o, a link in its place is not followed, and a pipe is not waited for.
    private bool IsOwnFile => new FileInfo(Path).LinkTarget is null
        && !(OperatingSystem.IsLinux() && SysStat.Of(Path) is { } stat && (stat.stx_mode & SysStat.S_IFMT) != SysStat.S_IFREG);

    private KeptChoice[] Read(bool quiet = false)
    {
        try
        {
            return File.Exists(Path) ? Parse(Bytes()) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            if (!quiet)
                say($"{Path} is not used: it holds no choices of a budget that this build reads.");
            return [];
        }
    }

    private byte[] Bytes()
    {
        // Only of a regular file is the length known beforehand; nothing else is opened, since that may wait for ever.
        var file = new FileInfo((File.ResolveLinkTarget(Path, returnFinalTarget: true) ?? new FileInfo(Path)).FullName);
        if (file.Length is 0 or > LongestFile)
            throw new IOException("no choices");
        return File.ReadAllBytes(file.FullName);
    }

    private static KeptChoice[] Parse(byte[] text) =>
        JsonSerializer.Deserialize<Document>(text, Strict) is { Format: Format } document && document.Choices.Length <= Most
            && document.Choices.All(kept => kept is not null)
            ? document.Choices
            : throw new JsonException("another format");
}
