using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Registers.DeMinimis.Declarations;

/// <summary>What came of a row of an answer file.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Named">What it names.</param>
/// <param name="IsDone">Whether it was noted.</param>
/// <param name="Result">What was noted, or why it was not.</param>
public sealed record AnsweredRow(int Line, string Named, bool IsDone, string Result);

/// <summary>
/// Takes in a small file of the register's answers, row by row. What it does not name is left as it was, and a row that names nothing, or
/// what another row names too, is refused by its name.
/// </summary>
public sealed class ImportAnswers(InessDbContext db, AnswerDeclaration answer)
{
    /// <summary>Takes it in.</summary>
    public async Task<Outcome<IReadOnlyList<AnsweredRow>>> ExecuteAsync(Stream content, Actor who, CancellationToken cancellationToken)
    {
        if (who.AccountId is null || !RightsTable.Allows(who.Role, Right.DeclareAid)) return Outcome.Refused(Refusal.NotAllowed, "Votre rôle ne permet pas de déclarer les aides.");
        var file = await AnswerFile.ReadAsync(content, cancellationToken);
        if (!file.IsDone) return Outcome.Refused(file.Refusal!.Value, file.Message!);
        if (file.Value.Rows.Count == 0) return Outcome.Refused(Refusal.Invalid, "Ce fichier n'a aucune ligne de réponse.");
        List<(AnswerFile.Row Row, IReadOnlyList<Guid> Found)> named = [];
        foreach (var row in file.Value.Rows) named.Add((row, await FindAsync(row, cancellationToken)));
        var lines = named.Where(one => one.Found.Count == 1).GroupBy(one => one.Found[0]).ToDictionary(group => group.Key, group => group.Select(one => one.Row.Line).ToList());
        List<AnsweredRow> answered = [];
        foreach (var (row, found) in named)
        {
            db.ChangeTracker.Clear();
            var outcome = WhyNot(row, found, lines) is { } reason ? Outcome.Refused(Refusal.Invalid, reason) : await answer.ExecuteAsync(found[0], null, row.Answer!, who, cancellationToken);
            answered.Add(new(row.Line, row.Named, outcome.IsDone, outcome.Message ?? (row.Answer!.IsConfirmed ? "Confirmée." : "Refusée : à transmettre de nouveau.")));
        }

        return answered;
    }

    private static string? WhyNot(AnswerFile.Row row, IReadOnlyList<Guid> found, Dictionary<Guid, List<int>> lines) =>
        row.Wrong
        ?? (found.Count == 0 ? "Inconnue : aucune déclaration ne porte ce nom."
        : found.Count > 1 ? "Plusieurs déclarations portent ce nom : indiquez le numéro de dossier."
        : lines[found[0]].Count > 1 ? $"En double : les lignes {string.Join(", ", lines[found[0]])} parlent de la même aide. Aucune n'est prise."
        : null);

    private async Task<IReadOnlyList<Guid>> FindAsync(AnswerFile.Row row, CancellationToken cancellationToken)
    {
        var declarations = db.AidDeclarations.AsNoTracking();
        if (row.Number is { } number)
        {
            declarations = declarations.Where(declaration => db.Applications.Any(application => application.Id == declaration.ApplicationId && application.Number == number));
        }
        else if (row is { Siren: { } siren, GrantedOn: { } day, Amount: { } amount })
        {
            declarations = declarations.Where(declaration => declaration.GrantedOn == day && declaration.Amount == amount
                && db.Applications.Any(application => application.Id == declaration.ApplicationId && application.Organisation!.Siren == siren));
        }
        else
        {
            return [];
        }

        var found = await declarations.OrderBy(declaration => declaration.Id).Select(declaration => new { declaration.Id, declaration.DroppedAt }).ToListAsync(cancellationToken);
        // A file decided again has one that still matters, and others that are over.
        var standing = found.Where(declaration => declaration.DroppedAt is null).Select(declaration => declaration.Id).ToList();
        return standing.Count > 0 ? standing : [.. found.Select(declaration => declaration.Id).Take(1)];
    }
}
