using System.Net;
using Bench.Results.Show;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;

namespace Bench.Reporting.Exporters;

/// <summary>BenchmarkDotNet's HTML table, then marks, rows left out and the environment.</summary>
internal sealed class HtmlReport(RunRecord record) : HtmlExporter
{
    public override void ExportToLog(Summary summary, ILogger logger)
    {
        var page = new AccumulationLogger();
        base.ExportToLog(summary, page);
        string html = page.GetLog();
        int end = html.LastIndexOf("</body>", StringComparison.Ordinal);
        logger.Write(html[..end]);
        foreach (var (title, lines) in RunSections.Of(record, summary))
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
