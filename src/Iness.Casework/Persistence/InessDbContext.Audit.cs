using Iness.Casework.Audit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Persistence;

/// <content>What it writes in the audit log besides the changes of rows.</content>
public abstract partial class InessDbContext
{
    private bool isNote;

    /// <summary>Adds a line to the audit log for what changes no row that it follows: a mail sent again, messages read.</summary>
    public async Task NoteAsync(Act act, CancellationToken cancellationToken)
    {
        isNote = true;
        try
        {
            await CommitAsync(act, cancellationToken);
        }
        finally
        {
            isNote = false;
        }
    }

    private async Task<AuditHead> LockAuditAsync(CancellationToken cancellationToken)
    {
        // A head read earlier by this context may be out of date: the lock is taken with a fresh reading.
        if (AuditHead.Local.FirstOrDefault() is { } known) Entry(known).State = EntityState.Detached;
        return await Locked(AuditHead).SingleAsync(cancellationToken);
    }
}
