namespace Bench.Results.Data;

/// <summary>Places of a baseline row's members: those of times lie where the format has had them since they came.</summary>
public static class BaselinePlace
{
    /// <summary>Before the spreads.</summary>
    public const int Medians = 40;

    /// <summary>After the title, where there is one.</summary>
    public const int AfterTitle = 80;

    /// <summary>After the pages that stay resident.</summary>
    public const int AfterResident = 180;
}
