namespace Bench.Reporting.Console;

/// <summary>How long the remaining rows will take.</summary>
internal interface ITimeLeft
{
    /// <summary>Notes a row that is done.</summary>
    void Done(string name, TimeSpan took);

    /// <summary>The estimate; zero where nothing is known.</summary>
    TimeSpan Estimate();
}
