using System.Runtime.CompilerServices;
using Bench.Workloads.Contracts;
using Bench.Workloads.FunctionCalls;
using Bench.Workloads.Requirements;
using BenchmarkDotNet.Attributes;

namespace Bench.Workloads;

/// <summary>What a call costs that stays in user space. One operation is one call.</summary>
[CallJob]
public unsafe class FunctionCall
{
    private const int Calls = 1024;

    private readonly Callee callee = new();
    private readonly IEmpty empty = new Callee();
    private readonly Action action = PlainCall.Empty;
    private readonly delegate*<void> managed = &PlainCall.Empty;
    private nint leaf;

    /// <summary>Finds the C runtime's abs(3).</summary>
    [GlobalSetup(Targets = [nameof(NativeLeaf), nameof(NativeLeafSuppressGCTransition)])]
    public void FindLeaf() => leaf = NativeLeafFunction.Find() ?? throw new InvalidOperationException("no native leaf");

    /// <summary>A static method that is not inlined.</summary>
    [Benchmark(Description = "static method", Baseline = true, OperationsPerInvoke = PlainCall.Calls)]
    public void Static() => PlainCall.Run();

    /// <summary>An instance method.</summary>
    [Benchmark(Description = "instance method", OperationsPerInvoke = Calls), MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Instance()
    {
        var target = callee;
        for (int i = 0; i < Calls; i += 8)
        {
            target.Empty(); target.Empty(); target.Empty(); target.Empty();
            target.Empty(); target.Empty(); target.Empty(); target.Empty();
        }
    }

    /// <summary>A method through an interface.</summary>
    [Benchmark(Description = "interface method", OperationsPerInvoke = Calls), MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Interface()
    {
        var target = empty;
        for (int i = 0; i < Calls; i += 8)
        {
            target.Empty(); target.Empty(); target.Empty(); target.Empty();
            target.Empty(); target.Empty(); target.Empty(); target.Empty();
        }
    }

    /// <summary>A delegate to a static method: .NET shuffles its arguments on the way.</summary>
    [Benchmark(Description = "delegate", OperationsPerInvoke = Calls), MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Delegate()
    {
        var target = action;
        for (int i = 0; i < Calls; i += 8)
        {
            target(); target(); target(); target();
            target(); target(); target(); target();
        }
    }

    /// <summary>A managed function pointer.</summary>
    [Benchmark(Description = "managed function pointer", OperationsPerInvoke = Calls), MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void ManagedFunctionPointer()
    {
        var target = managed;
        for (int i = 0; i < Calls; i += 8)
        {
            target(); target(); target(); target();
            target(); target(); target(); target();
        }
    }

    /// <summary>The C runtime's abs(3) through an unmanaged function pointer.</summary>
    [Needs<NativeLeafFunction>]
    [Benchmark(Description = "native leaf", OperationsPerInvoke = Calls), MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void NativeLeaf()
    {
        var target = (delegate* unmanaged<int, int>)leaf;
        for (int i = 0; i < Calls; i += 8)
        {
            target(i); target(i); target(i); target(i);
            target(i); target(i); target(i); target(i);
        }
    }

    /// <summary>The same without telling the garbage collector that the thread leaves managed code.</summary>
    [Needs<NativeLeafFunction>]
    [Benchmark(Description = "native leaf, SuppressGCTransition",
        OperationsPerInvoke = Calls), MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void NativeLeafSuppressGCTransition()
    {
        var target = (delegate* unmanaged[SuppressGCTransition]<int, int>)leaf;
        for (int i = 0; i < Calls; i += 8)
        {
            target(i); target(i); target(i); target(i);
            target(i); target(i); target(i); target(i);
        }
    }

    private interface IEmpty
    {
        void Empty();
    }

    private sealed class Callee : IEmpty
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        public void Empty() { }
    }
}
