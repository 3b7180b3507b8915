using System.Globalization;
using System.Text;

namespace Bench.Results.Show;

/// <summary>
/// Spells in ASCII what an encoding lacks; what there is no spelling for as <c>\u65e5</c>, as <see cref="Printable"/> and JSON do. No
/// spelling has a quotation mark or a backslash of its own, so that JSON stays JSON.
/// </summary>
public sealed class Spelling : EncoderFallback
{
    private static readonly Dictionary<char, string> Known = new()
    {
        ['…'] = "...",
        ['±'] = "+/-",
        ['µ'] = "u",
        ['μ'] = "u",
        ['×'] = "x",
        ['·'] = "|",
        ['−'] = "-",
        ['–'] = "-",
        ['—'] = "-",
        ['→'] = "->",
        ['≤'] = "<=",
        ['≥'] = ">=",
        ['≈'] = "~",
        ['‘'] = "'",
        ['’'] = "'",
        ['“'] = "'",
        ['”'] = "'",
        ['\u00a0'] = " ",
    };

    /// <inheritdoc/>
    public override int MaxCharCount => 12;

    /// <inheritdoc/>
    public override EncoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

    private sealed class Buffer : EncoderFallbackBuffer
    {
        private string spelt = "";
        private int at;

        public override int Remaining => spelt.Length - at;

        public override bool Fallback(char charUnknown, int index) => Spell(Known.GetValueOrDefault(charUnknown) ?? Number(charUnknown));

        public override bool Fallback(char charUnknownHigh, char charUnknownLow, int index) =>
            Spell(Number(charUnknownHigh) + Number(charUnknownLow));

        public override char GetNextChar() => at < spelt.Length ? spelt[at++] : '\0';

        public override bool MovePrevious() => at > 0 && --at >= 0;

        public override void Reset() => Spell("");

        private bool Spell(string text)
        {
            (spelt, at) = (text, 0);
            return text.Length > 0;
        }

        private static string Number(char unit) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
    }
}
