using Iness.Casework.Lifecycle;
using static Iness.Casework.Lifecycle.Role;
using static Iness.Casework.Rights.Right;

namespace Iness.Casework.Rights;

/// <summary>
/// Who may do what: the one place that pages, the API and the tests read. What is not here is refused. Whose a file is, where it stands,
/// and whether somebody already acted on it (nobody proposes and signs the same file) is checked besides, where it is done.
/// </summary>
public static class RightsTable
{
    private static readonly Dictionary<Right, Role[]> Holders = new()
    {
        [OwnAccount] = [Applicant, Officer, LeadOfficer, Signatory, Finance, Administrator, Auditor],
        [Apply] = [Applicant],
        [ReadFiles] = [Officer, LeadOfficer, Signatory, Finance, Administrator, Auditor],
        [ExportFiles] = [Officer, LeadOfficer, Finance, Auditor],
        [AssignFiles] = [LeadOfficer],
        [ReviewFiles] = [Officer, LeadOfficer],
        [Propose] = [Officer],
        [CheckProposals] = [LeadOfficer],
        [Decide] = [Signatory],
        [ReadEnvelopes] = [Officer, LeadOfficer, Signatory, Finance, Administrator, Auditor],
        [ManageEnvelopes] = [Finance],
        [ManageAccounts] = [Administrator],
        [ManageTexts] = [Administrator],
        [ReadSystem] = [Administrator, Auditor],
        [RunSystem] = [Administrator],
        [ReadAudit] = [Administrator, Auditor],
        [PreparePayments] = [Officer, LeadOfficer],
        [ValidatePayments] = [LeadOfficer],
        [Liquidate] = [Finance],
        [OpenRecoveries] = [Officer, LeadOfficer],
        [DecideRecoveries] = [Signatory],
        [RecordRepayments] = [Finance],
        [LapseGrants] = [LeadOfficer],
        [Right.Control] = [Officer, LeadOfficer],
        [DrawSamples] = [LeadOfficer],
        [DeclareAid] = [Officer, LeadOfficer],
        [ReadDashboards] = [Officer, LeadOfficer, Signatory, Finance, Administrator, Auditor],
        [UseApi] = [Officer, LeadOfficer, Finance, Administrator, Auditor],
        [ManageWebhooks] = [Administrator],
        [ArchiveFiles] = [LeadOfficer, Auditor],
        [RequestPurges] = [Administrator],
        [ConfirmPurges] = [LeadOfficer],
    };

    /// <summary>The roles that hold a right.</summary>
    public static IReadOnlyList<Role> HoldersOf(Right right) => Holders[right];

    /// <summary>Whether a role holds a right.</summary>
    public static bool Allows(Role role, Right right) => Holders[right].Contains(role);
}
