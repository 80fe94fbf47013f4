using System.Text;
using Spectre.Console;

namespace TargetLedger.Cli;

/// <summary>Where a verb prints: results to standard output, everything else to standard error.</summary>
internal sealed class Terminal
{
    // Wide enough for a board in a pipe or a log; COLUMNS overrides it.
    private const int WidthWithoutTerminal = 140;

    private readonly Stream output;

    public Terminal(Stream output, Stream error, bool outputIsTty = false, bool errorIsTty = false)
    {
        this.output = output;
        Out = Console(new StreamWriter(output, Utf8) { AutoFlush = true }, outputIsTty);
        Error = Console(new StreamWriter(error, Utf8) { AutoFlush = true }, errorIsTty);
        ErrorIsTty = errorIsTty;
    }

    /// <summary>Results as text.</summary>
    public IAnsiConsole Out { get; }

    /// <summary>Messages and progress.</summary>
    public IAnsiConsole Error { get; }

    public bool ErrorIsTty { get; }

    private static Encoding Utf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    public static Terminal OfThisProcess() => new(
        System.Console.OpenStandardOutput(),
        System.Console.OpenStandardError(),
        !System.Console.IsOutputRedirected,
        !System.Console.IsErrorRedirected);

    /// <summary>One JSON document, byte for byte, and a line end.</summary>
    public async Task WriteJsonAsync(ReadOnlyMemory<byte> document, CancellationToken cancellationToken)
    {
        await output.WriteAsync(document, cancellationToken);
        await output.WriteAsync("\n"u8.ToArray(), cancellationToken);
        await output.FlushAsync(cancellationToken);
    }

    /// <summary>A text as it is, code point for code point.</summary>
    public async Task WriteTextAsync(string text, CancellationToken cancellationToken)
    {
        await output.WriteAsync(Utf8.GetBytes(text), cancellationToken);
        await output.FlushAsync(cancellationToken);
    }

    /// <summary>A message, Chinese first.</summary>
    public void Say(string zh, string en) => Say($"{zh} / {en}");

    public void Say(string message)
    {
        // A progress bar must be drawn around what is said; elsewhere nothing may break a line but a line end.
        if (ErrorIsTty)
            Error.WriteLine(message);
        else
            Error.Profile.Out.Writer.WriteLine(message);
    }

    /// <summary>A line of the result.</summary>
    public void Print(string line) => Out.Profile.Out.Writer.WriteLine(line);

    private static IAnsiConsole Console(TextWriter writer, bool isTty)
    {
        var plain = !isTty || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        return AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new Output(writer, isTty),
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = isTty ? InteractionSupport.Detect : InteractionSupport.No,
        });
    }

    private sealed class Output(TextWriter writer, bool isTty) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => isTty;

        public int Width =>
            int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out var columns) && columns > 20 ? columns
            : isTty && System.Console.WindowWidth > 20 ? System.Console.WindowWidth
            : WidthWithoutTerminal;

        public int Height => isTty ? System.Console.WindowHeight : 50;

        public void SetEncoding(Encoding encoding)
        {
            // Always UTF-8, whatever the locale says: the texts are Chinese.
        }
    }
}
