namespace Iness.Casework.Rights;

/// <summary>One thing that somebody may be allowed to do. Each page and each call of the API needs exactly one.</summary>
public enum Right
{
    /// <summary>Tenir son propre compte.</summary>
    OwnAccount,

    /// <summary>Demander l'aide pour une structure, et suivre ses demandes.</summary>
    Apply,

    /// <summary>Lire les dossiers déposés, leurs pièces et leurs décisions.</summary>
    ReadFiles,

    /// <summary>Exporter la liste des dossiers.</summary>
    ExportFiles,

    /// <summary>Confier un dossier à un instructeur.</summary>
    AssignFiles,

    /// <summary>Instruire : statuer sur une disposition, corriger une dépense, écrire au demandeur, demander des pièces.</summary>
    ReviewFiles,

    /// <summary>Proposer une décision.</summary>
    Propose,

    /// <summary>Contrôler une proposition, la renvoyer, préparer un lot.</summary>
    CheckProposals,

    /// <summary>Décider, seul ou par lot.</summary>
    Decide,

    /// <summary>Lire les enveloppes budgétaires.</summary>
    ReadEnvelopes,

    /// <summary>Fixer les enveloppes budgétaires.</summary>
    ManageEnvelopes,

    /// <summary>Inviter les agents de la Région et fermer leurs comptes.</summary>
    ManageAccounts,

    /// <summary>Modifier les textes des courriers.</summary>
    ManageTexts,

    /// <summary>Voir les messages sortants, les tâches, les paramètres.</summary>
    ReadSystem,

    /// <summary>Renvoyer un message refusé.</summary>
    RunSystem,

    /// <summary>Lire et vérifier le journal.</summary>
    ReadAudit,

    /// <summary>Préparer un versement : examiner les factures, retenir ou écarter leurs lignes, vérifier un compte bancaire.</summary>
    PreparePayments,

    /// <summary>Valider un versement préparé par un autre.</summary>
    ValidatePayments,

    /// <summary>Transmettre les liquidations au comptable et rapprocher ses retours.</summary>
    Liquidate,

    /// <summary>Engager une réduction, un retrait ou un reversement, et entendre le bénéficiaire.</summary>
    OpenRecoveries,

    /// <summary>Décider une réduction, un retrait ou un reversement.</summary>
    DecideRecoveries,

    /// <summary>Constater les sommes reversées.</summary>
    RecordRepayments,

    /// <summary>Constater la caducité d'une aide que personne n'a demandée à temps.</summary>
    LapseGrants,

    /// <summary>Contrôler un dossier payé.</summary>
    Control,

    /// <summary>Tirer au sort les dossiers à contrôler.</summary>
    DrawSamples,

    /// <summary>Déclarer les aides au registre national de minimis.</summary>
    DeclareAid,

    /// <summary>Lire les tableaux de bord.</summary>
    ReadDashboards,

    /// <summary>Lire les dossiers par l'API, avec ses propres jetons.</summary>
    UseApi,

    /// <summary>Tenir les adresses prévenues de ce qui arrive aux dossiers (webhooks).</summary>
    ManageWebhooks,

    /// <summary>Archiver un dossier clos.</summary>
    ArchiveFiles,

    /// <summary>Demander l'effacement des dossiers dont la durée de conservation est passée.</summary>
    RequestPurges,

    /// <summary>Confirmer un effacement demandé par un autre.</summary>
    ConfirmPurges,
}
