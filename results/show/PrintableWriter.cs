using System.Text;

namespace Bench.Results.Show;

/// <summary>
/// Passes on only what can be printed: see <see cref="Printable"/>. Whatever is written to it, no other terminal's or program's commands
/// get through.
/// </summary>
/// <param name="inner">Where to; not disposed of.</param>
/// <param name="lossy">What can't be written is lost without a word: for standard error, where nothing is left to say it to.</param>
public sealed class PrintableWriter(TextWriter inner, bool lossy = false) : TextWriter
{
    // The first half of a letter that is written in two.
    private char? half;

    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => Write([value]);

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Write(value + "\n");

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (buffer.IsEmpty)
            return;
        string text = $"{half}{buffer}";
        half = char.IsHighSurrogate(text[^1]) ? text[^1] : null;
        try
        {
            inner.Write(Printable.Text(half is null ? text : text[..^1]));
        }
        catch (IOException) when (lossy)
        {
            // A full disk, mostly.
        }
    }

    /// <inheritdoc/>
    public override void Flush() => inner.Flush();
}
