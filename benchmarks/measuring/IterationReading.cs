namespace Bench.Measuring;

/// <summary>
/// A number that is read beside each iteration, outside its clock, on the measuring thread. A new one is a new subclass in this folder: the
/// engine, the report and its reader find it by itself, and a metric derives a time from it by its name.
/// </summary>
public abstract class IterationReading
{
    /// <summary>Its name in reports.</summary>
    public abstract string Name { get; }

    /// <summary>Begins, right before an iteration.</summary>
    public virtual void Begin()
    {
    }

    /// <summary>The number, right after it: finite and not negative; null where there is none.</summary>
    public abstract double? End();
}
