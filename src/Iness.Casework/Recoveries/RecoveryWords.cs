namespace Iness.Casework.Recoveries;

/// <summary>Where a recovery stands, and whom it waits for.</summary>
public enum RecoveryStage
{
    /// <summary>Le bénéficiaire peut encore présenter ses observations.</summary>
    Hearing,

    /// <summary>Le signataire peut décider.</summary>
    ToDecide,

    /// <summary>Décidée ; des sommes restent à reverser.</summary>
    Repaying,

    /// <summary>Décidée, et tout est reversé ou rien n'est à reverser.</summary>
    Done,

    /// <summary>Abandonnée.</summary>
    Dropped,
}

/// <summary>The French words of recoveries, the same on pages, in mails and in letters.</summary>
public static class RecoveryWords
{
    /// <summary>What is done.</summary>
    public static string InFrench(this RecoveryKind kind) => kind switch
    {
        RecoveryKind.Reduction => "réduction de l'aide",
        RecoveryKind.Withdrawal => "retrait de l'aide",
        RecoveryKind.Repayment => "reversement de l'aide",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind has no name."),
    };

    /// <summary>Where it stands.</summary>
    public static string InFrench(this RecoveryStage stage) => stage switch
    {
        RecoveryStage.Hearing => "observations attendues",
        RecoveryStage.ToDecide => "à décider",
        RecoveryStage.Repaying => "à reverser",
        RecoveryStage.Done => "terminé",
        RecoveryStage.Dropped => "abandonné",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "This stage has no name."),
    };

    /// <summary>Where a recovery stands on a day.</summary>
    public static RecoveryStage StageOn(this Recovery recovery, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(recovery);
        return recovery switch
        {
            { DroppedAt: not null } => RecoveryStage.Dropped,
            { DecidedAt: not null, Kind: RecoveryKind.Repayment } => recovery.Left > Regulation.Money.Zero ? RecoveryStage.Repaying : RecoveryStage.Done,
            { DecidedAt: not null } => RecoveryStage.Done,
            _ => recovery.ObservedAt is not null || today > recovery.HearUntil ? RecoveryStage.ToDecide : RecoveryStage.Hearing,
        };
    }

    /// <summary>The day an act is deemed notified: that of its reading, else fifteen days after it was put in the service (CRPA R112-20).</summary>
    public static DateOnly? DeemedOn(this Recovery recovery)
    {
        ArgumentNullException.ThrowIfNull(recovery);
        if (recovery.NotifiedAt is not { } notified) return null;
        var latest = notified.DayInParis().AddDays(Decisions.NotifyDecision.DaysUnread);
        return recovery.ReadAt is { } read && read.DayInParis() < latest ? read.DayInParis() : latest;
    }
}
