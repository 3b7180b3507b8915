using Bench.Doctor;
using Bench.Results.Judge.Parts;

namespace Bench.Tests.Doctor;

public class TableFillingTests
{
    [Fact]
    public void AFirstUseIsTimedByItself()
    {
        var filling = TableFilling.Measure();
        Assert.SkipWhen(filling is null, "MADV_POPULATE_WRITE needs Linux 5.14");
        Assert.All([filling.FirstUse, filling.NextUse, filling.Clearing], time => Assert.InRange(time, double.Epsilon, 1e9));
        Assert.Equal(filling.IsByHypervisor, filling.Paging == Paging.Hypervisor);
    }
}
