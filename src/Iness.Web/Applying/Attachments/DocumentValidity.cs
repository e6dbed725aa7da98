using System.Globalization;
using Iness.Casework.Documents;
using Iness.Web.Components;

namespace Iness.Web.Applying.Attachments;

/// <summary>The two dates of an approval, asked beside its file: a wrong date never loses the file.</summary>
public static class DocumentValidity
{
    /// <summary>Both fields of a document: as typed last, else as noted.</summary>
    public static IReadOnlyList<Field> Fields(StoredDocument document, FormReader? typed)
    {
        ArgumentNullException.ThrowIfNull(document);
        return
        [
            new DateField(From(document.Id), "Valable à partir du") { Value = Parts(From(document.Id), document.ValidFrom, typed) },
            new DateField(Until(document.Id), "Valable jusqu'au") { Value = Parts(Until(document.Id), document.ValidUntil, typed) },
        ];
    }

    /// <summary>Both dates; null after noting what is wrong.</summary>
    public static (DateOnly From, DateOnly Until)? Read(FormReader form, Guid document)
    {
        ArgumentNullException.ThrowIfNull(form);
        var from = form.Date(From(document), "Indiquez le premier jour de validité de l'agrément.");
        var until = form.Date(Until(document), "Indiquez le dernier jour de validité de l'agrément.");
        if (from is null || until is null) return null;
        if (until >= from) return (from.Value, until.Value);
        form.Refuse(Until(document), "Le dernier jour vient avant le premier : vérifiez les deux dates.");
        return null;
    }

    /// <summary>Name of the first field.</summary>
    public static string From(Guid document) => $"debut-{document:N}";

    /// <summary>Name of the second field.</summary>
    public static string Until(Guid document) => $"fin-{document:N}";

    private static (string? Day, string? Month, string? Year) Parts(string name, DateOnly? noted, FormReader? typed) => typed is null
        ? (Number(noted?.Day), Number(noted?.Month), Number(noted?.Year))
        : (typed.Values.GetValueOrDefault($"{name}-jour"), typed.Values.GetValueOrDefault($"{name}-mois"), typed.Values.GetValueOrDefault($"{name}-annee"));

    private static string? Number(int? part) => part?.ToString(CultureInfo.InvariantCulture);
}
