using Bench.Machine.Readers;

namespace Bench.Machine.Facts;

/// <summary>Bytes in a page.</summary>
internal sealed class PageSizeFact() : Fact("page_size", "Page size", FactGroup.Memory, matters: true)
{
    public override string Read(SystemTree tree) => ByteSize.Describe(Environment.SystemPageSize);
}
