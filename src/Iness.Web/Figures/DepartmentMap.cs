using Iness.Casework.Figures;

namespace Iness.Web.Figures;

/// <summary>The five departments of the Région as a drawing, each with a shade for what it received. The table beside it says the same.</summary>
public sealed class DepartmentMap
{
    /// <summary>Shades, from the lightest.</summary>
    public const int Shades = 5;

    private static readonly Lazy<(string Box, IReadOnlyList<Outline> Outlines)> Drawn = new(Read);

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["02"] = "Aisne",
        ["59"] = "Nord",
        ["60"] = "Oise",
        ["62"] = "Pas-de-Calais",
        ["80"] = "Somme",
    };

    /// <summary>Lays it out.</summary>
    public DepartmentMap(IReadOnlyList<Figure> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        Rows = [.. Names.Select(name => figures.FirstOrDefault(figure => figure.Key == name.Key) ?? new(name.Key, 0, Regulation.Money.Zero)), .. figures.Where(figure => !Names.ContainsKey(figure.Key))];
        var most = Math.Max(1, Rows.Max(figure => figure.Amount.Cents));
        Areas = [.. Drawn.Value.Outlines.Select(outline => (outline, Shade: ShadeOf(Rows.First(figure => figure.Key == outline.Code), most)))];
    }

    /// <summary>The box of the drawing.</summary>
    public static string Box => Drawn.Value.Box;

    /// <summary>Each department, with its shade.</summary>
    public IReadOnlyList<(Outline Outline, int Shade)> Areas { get; }

    /// <summary>Each department, and what is elsewhere or unknown.</summary>
    public IReadOnlyList<Figure> Rows { get; }

    /// <summary>Name of a department.</summary>
    public static string NameOf(string code) => Names.TryGetValue(code, out var name) ? $"{name} ({code})" : code.Length == 0 ? "Non connu" : $"Autre ({code})";

    /// <summary>A department.</summary>
    /// <param name="Code">Its code.</param>
    /// <param name="X">Where its label stands.</param>
    /// <param name="Y">Where its label stands.</param>
    /// <param name="Path">Its outline.</param>
    public sealed record Outline(string Code, string X, string Y, string Path);

    private static int ShadeOf(Figure figure, long most) => figure.Amount.Cents <= 0 ? 0 : 1 + (int)Math.Min(Shades - 2, figure.Amount.Cents * (Shades - 1) / most);

    private static (string Box, IReadOnlyList<Outline> Outlines) Read()
    {
        using var reader = new StreamReader(typeof(DepartmentMap).Assembly.GetManifestResourceStream("departments.txt") ?? throw new InvalidOperationException("The map is not in the program."));
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return (lines[0], [.. lines.Skip(1).Select(line => line.Split(';')).Select(parts => new Outline(parts[0], parts[1], parts[2], parts[3]))]);
    }
}
