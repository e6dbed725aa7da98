using System.Text.Encodings.Web;
using System.Text.Json;
using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Control;

/// <summary>What a control was, and what it found.</summary>
/// <param name="Place">Where it was made.</param>
/// <param name="MadeOn">When.</param>
/// <param name="Record">What was looked at and found.</param>
/// <param name="Outcome">What it comes to.</param>
/// <param name="Corrections">The lines corrected; none for a compliant file.</param>
public sealed record ControlRecord(ControlPlace Place, DateOnly MadeOn, string Record, ControlOutcome Outcome, IReadOnlyList<LineCorrected> Corrections);

/// <summary>
/// Ends a control. Lines may be corrected: the regulation then says what the aid should have been. Nothing is asked back here: that is a recovery,
/// with its hearing and its signatory.
/// </summary>
public sealed class EndControl(InessDbContext db, TimeProvider time)
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Ends it.</summary>
    public async Task<Outcome> ExecuteAsync(Guid controlId, int version, ControlRecord record, Actor who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (await db.FileControls.AsNoTracking().Where(found => found.Id == controlId).Select(found => (Guid?)found.ApplicationId).SingleOrDefaultAsync(cancellationToken) is not { } applicationId) return Outcome.NotFound;
        await using var transaction = await db.BeginAsync(cancellationToken);
        await db.LockApplicationAsync(applicationId, cancellationToken);
        var control = await db.FileControls.SingleAsync(found => found.Id == controlId, cancellationToken);
        if (control.EndedAt is not null) return Outcome.Refused(Refusal.Conflict, "Ce contrôle est déjà terminé.");
        if (control.Version != version) return Outcome.Refused(Refusal.Conflict, "Ce contrôle a changé depuis que vous l'avez ouvert. Relisez-le ; ce que vous avez écrit est gardé.");
        if (WhyNot(record, control) is { IsDone: false } wrong) return wrong;
        var corrected = record.Corrections.Count == 0 ? null : await CorrectedPayment.OfAsync(db, applicationId, record.Corrections, time.Today(), cancellationToken);
        if (record.Corrections.Count > 0 && WhyNot(record.Corrections, corrected) is { IsDone: false } unfit) return unfit;

        (control.Place, control.MadeOn, control.Record, control.Outcome) = (record.Place, record.MadeOn, record.Record.Trim(), record.Outcome);
        if (corrected is not null)
        {
            control.CorrectedAid = corrected.Aid;
            control.Corrections = JsonSerializer.Serialize(record.Corrections.Select(line => new StoredLine(line.Line, line.Retained.Cents, line.Reason.Trim())), Options);
        }

        (control.EndedBy, control.EndedAt) = (who.AccountId, time.Instant());
        await db.CommitAsync(new(who, "ControlEnded", Act.Application(applicationId), control.CorrectedAid is { } aid ? $"{record.Outcome.InFrench()}, aide recalculée à {aid}" : record.Outcome.InFrench()), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }

    /// <summary>The corrections that a control keeps.</summary>
    public static IReadOnlyList<LineCorrected> CorrectionsOf(FileControl control)
    {
        ArgumentNullException.ThrowIfNull(control);
        return control.Corrections is { } json ? [.. JsonSerializer.Deserialize<StoredLine[]>(json, Options)!.Select(line => new LineCorrected(line.Line, new(line.Retained), line.Reason))] : [];
    }

    private Outcome WhyNot(ControlRecord record, FileControl control)
    {
        if (string.IsNullOrWhiteSpace(record.Record)) return Outcome.Refused(Refusal.Invalid, "Écrivez ce qui a été contrôlé et constaté.");
        if (record.Record.Trim().Length > FileControl.LongestText) return Outcome.Refused(Refusal.Invalid, $"Ce texte est trop long : {FileControl.LongestText} caractères au plus.");
        if (record.MadeOn > time.Today()) return Outcome.Refused(Refusal.Invalid, "Ce jour ne peut pas être à venir.");
        if (record.MadeOn < control.OpenedAt.DayInParis()) return Outcome.Refused(Refusal.Invalid, $"Ce jour ne peut pas précéder l'ouverture du contrôle, le {French.Date(control.OpenedAt.DayInParis())}.");
        if (record.Outcome == ControlOutcome.Compliant && record.Corrections.Count > 0) return Outcome.Refused(Refusal.Invalid, "Une ligne est corrigée : le dossier n'est pas conforme.");
        return record.Outcome == ControlOutcome.Corrected && record.Corrections.Count == 0 ? Outcome.Refused(Refusal.Invalid, "Corrigez au moins une ligne, ou choisissez un autre résultat.") : Outcome.Done;
    }

    private static Outcome WhyNot(IReadOnlyList<LineCorrected> corrections, CorrectedPayment? corrected)
    {
        if (corrected is null) return Outcome.Refused(Refusal.Conflict, "Ce qui a été payé ne se lit plus : aucune ligne ne peut être corrigée ici.");
        var lines = corrected.Claim.Invoices.SelectMany(invoice => invoice.Lines).ToDictionary(line => line.Id);
        foreach (var correction in corrections)
        {
            if (!lines.TryGetValue(correction.Line, out var line)) return Outcome.NotFound;
            if (string.IsNullOrWhiteSpace(correction.Reason)) return Outcome.Refused(Refusal.Invalid, $"Écrivez pourquoi la ligne « {line.Label} » est corrigée.");
            if (line.Amount >= Money.Zero ? correction.Retained < Money.Zero || correction.Retained > line.Amount : correction.Retained > Money.Zero || correction.Retained < line.Amount)
                return Outcome.Refused(Refusal.Invalid, $"La ligne « {line.Label} » est de {line.Amount} : on en retient entre zéro et ce montant.");
        }

        return Outcome.Done;
    }

    private sealed record StoredLine(Guid Line, long Retained, string Reason);
}
