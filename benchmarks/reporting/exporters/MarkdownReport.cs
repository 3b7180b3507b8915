using Bench.Record;
using Bench.Results.Show;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;

namespace Bench.Reporting.Exporters;

/// <summary>BenchmarkDotNet's GitHub table, then marks, rows left out and the environment.</summary>
internal sealed class MarkdownReport : MarkdownExporter
{
    private readonly RunRecord record;

    public MarkdownReport(RunRecord record)
    {
        this.record = record;
        Dialect = "GitHub";
        UseCodeBlocks = true;
        CodeBlockStart = "```";
        StartOfGroupHighlightStrategy = MarkdownHighlightStrategy.Bold;
        ColumnsStartWithSeparator = true;
        EscapeHtml = true;
    }

    public override void ExportToLog(Summary summary, ILogger logger)
    {
        base.ExportToLog(summary, logger);
        foreach (var (title, lines) in SummarySections.Of(record, summary))
        {
            logger.WriteLine();
            logger.WriteLine($"## {title}");
            logger.WriteLine();
            foreach (string line in lines)
                logger.WriteLine($"- {Markdown.Text(line)}");
        }
    }
}
