namespace Iness.Cli.Terminal;

/// <summary>Colour and weight, which only add to words: a report says the same without them.</summary>
internal sealed class Ink(bool colours)
{
    public static Ink OfTerminal() =>
        new(!Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb");

    public string Green(string text) => Paint("32", text);

    public string Red(string text) => Paint("31", text);

    public string Yellow(string text) => Paint("33", text);

    public string Bold(string text) => Paint("1", text);

    private string Paint(string code, string text) => colours ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
