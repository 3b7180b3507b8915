using Bench.Interop.Uring;
using Bench.Workloads;
using Bench.Workloads.Batches;

namespace Bench.Tests.Workloads;

public class BatchTests
{
    public static TheoryData<string> Ways => [.. Batch.All.Select(batch => batch.ToString())];

    [Theory, MemberData(nameof(Ways)), Trait("Depends", "machine")]
    public void EveryOperationOfEverySizeDoesWhatItShould(string name)
    {
        var batch = Batch.All.Single(batch => batch.ToString() == name);
        string? reason = batch.WhyNot();
        Assert.SkipWhen(reason is not null, reason ?? "");
        foreach (int size in batch.Sizes)
        {
            batch.Begin(size);
            Assert.Equal(0, batch.Run(Batch.Largest / size, size));
            Assert.Equal(0, batch.Run(3, size));
            batch.End();
        }
    }

    [Fact]
    public void EveryOperationHasARowWithACallForEach() =>
        Assert.All(Batch.All, batch => Assert.Single(Batch.All, plain => plain.ToString() == batch.Operation && plain.By is null));

    /// <summary>A completion that is not what was asked for fails the row: it would have measured something else.</summary>
    [Theory, Trait("Depends", "machine")]
    [InlineData(IoUring.IORING_OP_READ, 1)] // EBADF
    [InlineData(IoUring.IORING_OP_NOP, 1)] // 0, where 1 is expected
    [InlineData(255, 0)] // EINVAL
    public void ARowWhoseOperationsFailFails(byte opcode, int expected)
    {
        string? reason = new UringNop().WhyNot();
        Assert.SkipWhen(reason is not null, reason ?? "");
        var row = new Batching { How = new Odd(opcode, expected), Size = 64 };
        row.SetUp();
        Assert.Contains("512 of 512", Assert.Throws<InvalidOperationException>(row.Run).Message, StringComparison.Ordinal);
        row.CleanUp();
    }

    private sealed class Odd(byte opcode, int result) : UringBatch
    {
        public override string Operation => "odd";

        public override int Rank => 0;

        protected override int Result => result;

        protected override io_uring_sqe Template() => new() { opcode = opcode, fd = -1 };
    }
}
