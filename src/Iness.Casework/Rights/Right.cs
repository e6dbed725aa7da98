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
}
