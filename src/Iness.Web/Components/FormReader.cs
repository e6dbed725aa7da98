using Iness.Regulation;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Components;

/// <summary>Reads what was typed, and collects every error. What was typed is kept as it is for the form to show again.</summary>
public sealed class FormReader(IEnumerable<KeyValuePair<string, StringValues>> form)
{
    private readonly Dictionary<string, StringValues> values = form.ToDictionary(StringComparer.Ordinal);
    private readonly List<FieldError> errors = [];

    /// <summary>Every error, in the order of the fields.</summary>
    public IReadOnlyList<FieldError> Errors => errors;

    /// <summary>What was typed, by name.</summary>
    public IReadOnlyDictionary<string, StringValues> Values => values;

    /// <summary>Notes an error.</summary>
    public void Refuse(string name, string message) => errors.Add(new(name, message));

    /// <summary>A text without spaces around it, its lines ended as the counter of the page counts them; null when there is none.</summary>
    public string? Text(string name, int maxLength)
    {
        var text = values.GetValueOrDefault(name).ToString().ReplaceLineEndings("\n").Trim();
        if (text.Length > maxLength) Refuse(name, $"Raccourcissez ce texte : {maxLength} caractères au plus.");
        return text.Length == 0 || text.Length > maxLength ? null : text;
    }

    /// <summary>A text that must be there; null after noting the error.</summary>
    public string? Required(string name, int maxLength, string whenMissing)
    {
        var before = errors.Count;
        var text = Text(name, maxLength);
        if (text is null && errors.Count == before) Refuse(name, whenMissing);
        return text;
    }

    /// <summary>The choice made among those offered; an error when there is none.</summary>
    public string? Choice(string name, IEnumerable<Choice> choices, string whenMissing)
    {
        var chosen = values.GetValueOrDefault(name).ToString();
        if (choices.Any(choice => choice.Value == chosen)) return chosen;
        Refuse(name, whenMissing);
        return null;
    }

    /// <summary>The choices made among those offered; an error when there is none.</summary>
    public IReadOnlyList<string> Choices(string name, IReadOnlyList<Choice> choices, string whenMissing)
    {
        var chosen = choices.Where(choice => values.GetValueOrDefault(name).Contains(choice.Value)).ToList();
        if (chosen.Count == 0) Refuse(name, whenMissing);
        if (chosen.Count > 1 && chosen.Any(choice => choice.Exclusive))
            Refuse(name, $"« {chosen.First(choice => choice.Exclusive).Text} » ne va pas avec un autre choix.");
        return [.. chosen.Select(choice => choice.Value)];
    }

    /// <summary>An amount typed the French way; null after noting the error.</summary>
    public Money? Amount(string name, string whenMissing, Money least, Money most)
    {
        var typed = values.GetValueOrDefault(name).ToString();
        if (string.IsNullOrWhiteSpace(typed)) Refuse(name, whenMissing);
        else if (!FrenchNumber.TryParse(typed, decimals: 2, out var value)) Refuse(name, FrenchNumber.AmountAdvice(typed));
        else if (value < least.ToEuros()) Refuse(name, least == Money.Zero ? "Ce montant ne peut pas être négatif." : $"Ce montant doit être d'au moins {least}.");
        else if (value > most.ToEuros()) Refuse(name, $"Ce montant doit être d'au plus {most}.");
        else return new((long)(value * 100));
        return null;
    }

    /// <summary>A number typed the French way, not negative; null after noting the error.</summary>
    public decimal? Number(string name, string whenMissing, decimal most)
    {
        var typed = values.GetValueOrDefault(name).ToString();
        if (string.IsNullOrWhiteSpace(typed)) Refuse(name, whenMissing);
        else if (!FrenchNumber.TryParse(typed, decimals: 2, out var value)) Refuse(name, "Écrivez ce nombre en chiffres, par exemple 7,5.");
        else if (value < 0) Refuse(name, "Ce nombre ne peut pas être négatif.");
        else if (value > most) Refuse(name, $"Ce nombre doit être d'au plus {French.Number(most)}.");
        else return value;
        return null;
    }

    /// <summary>A day in three parts; null when all are empty, and after noting an error.</summary>
    public DateOnly? Date(string name, string? whenMissing, DateOnly? latest = null)
    {
        var (day, month, year) = (Part(name, "jour"), Part(name, "mois"), Part(name, "annee"));
        if (day.Length + month.Length + year.Length == 0)
        {
            if (whenMissing is not null) Refuse(name, whenMissing);
            return null;
        }

        if (FrenchDay.Read(day, month, year) is not { } date) errors.Add(new(name, "Cette date n'existe pas. Écrivez le jour, le mois et l'année, par exemple 27 3 2026.") { LacksSubject = true });
        else if (date > latest) errors.Add(new(name, $"Cette date ne peut pas être après le {French.Date(latest.Value)}.") { LacksSubject = true });
        else return date;
        return null;
    }

    /// <summary>A whole number; null after noting the error.</summary>
    public int? Integer(string name, string message, int least, int most)
    {
        if (int.TryParse(values.GetValueOrDefault(name).ToString().Trim(), out var value) && value >= least && value <= most) return value;
        Refuse(name, message);
        return null;
    }

    private string Part(string name, string part) => values.GetValueOrDefault($"{name}-{part}").ToString().Trim();
}
