using System.Net;
using Bench.Record;
using Bench.Results.Show;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;

namespace Bench.Reporting.Exporters;

/// <summary>BenchmarkDotNet's HTML table, then marks, rows left out and the environment.</summary>
internal sealed class HtmlReport(RunRecord record) : HtmlExporter
{
    // BenchmarkDotNet's page has a style and nothing that runs.
    private const string Policy =
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; "
        + "form-action 'none'\">";

    public override void ExportToLog(Summary summary, ILogger logger)
    {
        var page = new AccumulationLogger();
        base.ExportToLog(summary, page);
        string html = page.GetLog().Replace("<head>", $"<head>\n{Policy}", StringComparison.Ordinal);
        int end = html.LastIndexOf("</body>", StringComparison.Ordinal);
        logger.Write(html[..end]);
        foreach (var (title, lines) in SummarySections.Of(record, summary))
        {
            logger.WriteLine($"<h2>{WebUtility.HtmlEncode(Printable.Line(title))}</h2>");
            logger.WriteLine("<ul>");
            foreach (string line in lines)
                logger.WriteLine($"<li>{WebUtility.HtmlEncode(Printable.Line(line))}</li>");
            logger.WriteLine("</ul>");
        }
        logger.Write(html[end..]);
    }
}
