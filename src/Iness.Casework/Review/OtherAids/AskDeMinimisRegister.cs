using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Iness.Casework.Registers.DeMinimis;
using Iness.Casework.Rights;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Review.OtherAids;

/// <summary>Asks the tabular API of the national register about the undertaking of a file and those declared linked, and keeps each answer with its date.</summary>
public sealed class AskDeMinimisRegister(InessDbContext db, IDeMinimisRegister register, TimeProvider time)
{
    /// <summary>Asks it.</summary>
    /// <returns>How many aids it told.</returns>
    public async Task<Outcome<int>> ExecuteAsync(Guid applicationId, Actor who, CancellationToken cancellationToken)
    {
        if (who.AccountId is null || !RightsTable.Allows(who.Role, Right.ReviewFiles)) return Outcome.Refused(Refusal.NotAllowed, "Votre rôle ne permet pas d'instruire un dossier.");
        if (!register.IsOpen) return Outcome.Refused(Refusal.Conflict, "L'interrogation en ligne du registre national n'est pas ouverte ici.");
        var found = await db.Applications.Where(application => application.Id == applicationId && application.Number != null && application.Filing != null)
            .Select(application => new { application.Organisation!.Siren, application.Filing!.Answers }).SingleOrDefaultAsync(cancellationToken);
        if (found is null) return Outcome.NotFound;
        var answers = new List<(Siren Siren, IReadOnlyList<IReadOnlyDictionary<string, string?>> Rows)>();
        foreach (var digits in LinkedUndertaking.Of(found.Answers).Select(one => one.Siren).Prepend(found.Siren).Distinct(StringComparer.Ordinal))
        {
            if (!Siren.TryParse(digits, out var siren)) continue;
            // Nobody waits for the register: it is asked before anything is written.
            if (await register.FindAsync(siren, cancellationToken) is not { } rows) return Outcome.Refused(Refusal.Conflict, "Le registre national n'a pas répondu. Rien n'a changé : essayez de nouveau dans quelques minutes.");
            answers.Add((siren, rows));
        }

        await using var transaction = await db.BeginAsync(cancellationToken);
        var told = 0;
        foreach (var (siren, rows) in answers) told += await KeepAsync(siren.Digits, rows, cancellationToken);
        await db.NoteAsync(new(who, "DeMinimisRegisterAsked", Act.Application(applicationId), $"SIREN {string.Join(", ", answers.Select(answer => answer.Siren.Digits))} : {told} aides."), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return told;
    }

    private async Task<int> KeepAsync(string siren, IReadOnlyList<IReadOnlyDictionary<string, string?>> rows, CancellationToken cancellationToken)
    {
        var before = await db.RegisterImports.Where(import => import.Source == RegisterSource.Api && import.Siren == siren).Select(import => import.Id).ToListAsync(cancellationToken);
        await db.RegisteredAids.Where(aid => before.Contains(aid.ImportId)).ExecuteDeleteAsync(cancellationToken);
        await db.RegisterImports.Where(import => before.Contains(import.Id)).ExecuteDeleteAsync(cancellationToken);
        var now = time.Instant();
        var import = new RegisterImport { Source = RegisterSource.Api, Siren = siren, StartedAt = now, FinishedAt = now, IsCurrent = true };
        db.Add(import);
        await db.SaveChangesAsync(cancellationToken);
        var texts = new RepeatedTexts();
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            var read = RegisterRow.Read(import.Id, i + 1, column => row.GetValueOrDefault(RegisterRow.NameOf(column)), texts);
            // The API looks for the digits anywhere in the identifier.
            if (read.Aid is { } aid && aid.Siren == siren) db.Add(aid);
            else if (read.Refusal is not null) import.Refused++;
            else import.OtherIdentifiers++;
        }

        import.Rows = rows.Count - import.Refused - import.OtherIdentifiers;
        await db.SaveChangesAsync(cancellationToken);
        return import.Rows;
    }
}
