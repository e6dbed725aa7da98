namespace Iness.Casework.Audit;

/// <summary>What an exported audit log is made of: its lines, then its end.</summary>
public abstract record AuditRecord;

/// <summary>One line as it stands in a log being checked: every field is kept as the text that was hashed, even when somebody made it meaningless.</summary>
/// <param name="Sequence">Place in the log, from 1.</param>
/// <param name="At">When, UTC, to the millisecond: « 2026-11-24T09:00:00.000Z ».</param>
/// <param name="Actor">The account; null for none.</param>
/// <param name="Role">As what.</param>
/// <param name="Action">What was done.</param>
/// <param name="Subject">To what.</param>
/// <param name="Details">Why, and what changed; null once erased.</param>
/// <param name="Salt">What the details are hashed with; null once erased.</param>
/// <param name="DetailsDigest">Digest of salt and details.</param>
/// <param name="PreviousHash">Hash of the line before.</param>
/// <param name="Hash">Hash of the line.</param>
public sealed record AuditLine(
    long Sequence, string At, string? Actor, string Role, string Action, string Subject, string? Details, string? Salt, string DetailsDigest, string PreviousHash, string Hash)
    : AuditRecord
{
    /// <summary>A line of this database, as it leaves it.</summary>
    internal static AuditLine Of(AuditEntry entry) => new(
        entry.Sequence, AuditChain.Text(entry.At), entry.ActorId?.ToString(), entry.ActorRole.ToString(), entry.Action, entry.Subject, entry.Details, entry.Salt, entry.DetailsDigest, entry.PreviousHash, entry.Hash);

    /// <summary>The hash it should carry if it stood at a place.</summary>
    internal string HashAt(long sequence) => AuditChain.Hash(sequence, At, Actor ?? "", Role, Action, Subject, DetailsDigest, PreviousHash);

    /// <summary>Whether the details are those whose digest was kept, or were erased.</summary>
    internal bool HasItsDetails => (Details, Salt) switch
    {
        (null, null) => true,
        ({ } details, { } salt) => AuditChain.Digest(salt, details) == DetailsDigest,
        _ => false,
    };
}

/// <summary>The end of the log, noted apart from its lines: without it nobody would notice that the last ones are gone.</summary>
/// <param name="Sequence">Place of the last line; 0 when there is none.</param>
/// <param name="Hash">Its hash; zeros when there is none.</param>
public sealed record AuditEnd(long Sequence, string Hash) : AuditRecord;
