using System.Text.Json;
using Iness.Casework.Persistence;
using Iness.Casework.Review.OtherAids;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Review.Retaining;

/// <summary>What could be retained in place of the facts filed, from each of the three sources, each in words; null where it changes nothing.</summary>
/// <param name="Answers">The answers mended since the filing.</param>
/// <param name="KnownAid">The de minimis aid of every source (LEG-1).</param>
/// <param name="OwnFiles">The earlier applications of our own files (FRQ-1).</param>
public sealed record RetainableFacts(string? Answers, string? KnownAid, string? OwnFiles)
{
    /// <summary>Whether nothing could.</summary>
    public bool IsEmpty => this is { Answers: null, KnownAid: null, OwnFiles: null };

    /// <summary>Reads them.</summary>
    public static async Task<RetainableFacts> ReadAsync(InessDbContext db, FileUnderReview file, AidLedger ledger, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(ledger);
        var hidden = file.OwnFiles.Hidden(file.Declared);
        return new(
            HasChanged(file.Filing.Answers, await CurrentAsync(db, file.Application.Id, cancellationToken)) ? "Les réponses corrigées depuis le dépôt." : null,
            ledger.IsDifferent ? $"Les aides de minimis connues de toutes les sources : {ledger.Total} sur la période, au lieu de {ledger.DeclaredTotal} déclarés." : null,
            hidden.Count > 0 ? $"Les demandes antérieures connues de nos dossiers : {string.Join(" ; ", hidden.Select(earlier => earlier.InWords))}." : null);
    }

    /// <summary>The answers as they now are; null for a file that has none of its own.</summary>
    internal static async Task<Dictionary<string, string>?> CurrentAsync(InessDbContext db, Guid applicationId, CancellationToken cancellationToken)
    {
        var answers = await db.Answers.AsNoTracking().Where(answer => answer.ApplicationId == applicationId).ToDictionaryAsync(answer => answer.Key, answer => answer.Value, StringComparer.Ordinal, cancellationToken);
        return answers.Count > 0 ? answers : null;
    }

    /// <summary>Whether the answers are other than they were; an empty answer is none.</summary>
    public static bool HasChanged(string before, IReadOnlyDictionary<string, string>? now)
    {
        if (now is null) return false;
        var then = JsonSerializer.Deserialize<Dictionary<string, string>>(before) ?? [];
        return then.Keys.Union(now.Keys).Any(key => (then.GetValueOrDefault(key) ?? "") != (now.GetValueOrDefault(key) ?? ""));
    }

    /// <summary>The facts when the sources chosen count.</summary>
    /// <param name="declared">What the applicant declares.</param>
    /// <param name="known">The aid of every source; null for the declaration alone.</param>
    /// <param name="files">Our own files; null when those declared are enough.</param>
    public static AssessmentRequest With(AssessmentRequest declared, AidLedger? known, OwnFiles? files)
    {
        ArgumentNullException.ThrowIfNull(declared);
        if (known is not null) declared = declared with { History = declared.History with { DeMinimisAids = known.WholeList } };
        return files is null ? declared
            : declared with { History = declared.History with { PreviousApplications = [.. declared.History.PreviousApplications ?? [], .. files.Hidden(declared).Select(file => file.FiledOn)] } };
    }
}
