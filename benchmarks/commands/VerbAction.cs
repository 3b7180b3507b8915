using Bench.Results;
using Bench.Results.Copies;
using Bench.Results.Data;
using Bench.Results.Files;
using Bench.Results.Show;

namespace Bench.Commands;

/// <summary>What every verb does around its work: one line and an exit code for what the user can mend.</summary>
internal static class VerbAction
{
    // The shell's own number for a program ended by Ctrl-C.
    private const int Interrupted = 130;

    /// <summary>Runs <paramref name="work"/>; expected failures become one line on stderr.</summary>
    public static int Run(Func<int> work)
    {
        try
        {
            return work();
        }
        catch (LaunchException e)
        {
            return Fail(e.Message, ExitCode.RunFailed);
        }
        catch (OperationCanceledException)
        {
            return Fail("interrupted; nothing was written", Interrupted);
        }
        catch (ReadException e)
        {
            return Fail(e.Message, ExitCode.BadUsage);
        }
        catch (MixedMachinesException e)
        {
            return Fail(e.Message, ExitCode.NotComparable);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fail(e.Message, ExitCode.BadUsage);
        }
    }

    /// <summary>
    /// Prints <paramref name="text"/>, or writes it to <paramref name="file"/> in one step; either way only what can be seen of it.
    /// </summary>
    public static void Emit(string text, FileInfo? file)
    {
        if (file is null)
            Console.Out.Write(Printable.Text(text));
        else
            AtomicFile.Write(file.FullName, Printable.Text(text));
    }

    /// <summary>Says why on one line.</summary>
    public static int Fail(string line, int code)
    {
        Console.Error.WriteLine($"error: {Printable.Line(line)}");
        return code;
    }
}
