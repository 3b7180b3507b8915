namespace Bench.Results.Show.Table.Columns;

/// <summary>CPU time against wall time.</summary>
internal sealed class ProcessorShare : Column
{
    public override int Place => 30;

    public override string Heading(string unit) => "CPU/wall";

    public override string Meaning =>
        "CPU time of the measuring thread (of workers: on their busiest processor) / wall time: 1 is undisturbed";

    public override Cell? Of(TableRow row) =>
        Ratio(row.Measured.CpuShare, "0.00");
}
