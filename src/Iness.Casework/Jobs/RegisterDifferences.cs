using System.Text;
using Iness.Casework.Applications;
using Iness.Casework.Assessments;
using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Iness.Casework.Registers.Companies;

namespace Iness.Casework.Jobs;

/// <summary>Where the register and what was filed say different things.</summary>
internal static class RegisterDifferences
{
    /// <summary>Notes for the officer where a filed application differs from the register, and tells whether it does.</summary>
    public static async Task<bool> NoteDifferencesAsync(this InessDbContext db, Application application, CompanyRecord record, CancellationToken cancellationToken)
    {
        if (Between(application.Filing!, record) is not { } words) return false;
        // The version alone moves: an act is written down with what it changes, and this one changes no answer.
        db.Entry(application).Property(changed => changed.Version).IsModified = true;
        await db.CommitAsync(new(Actor.System, "RegisterDiffers", Act.Application(application.Id), words), cancellationToken);
        return true;
    }

    /// <summary>The differences in French, for the officer; null when there is none.</summary>
    private static string? Between(Filing filing, CompanyRecord record)
    {
        if (AssessmentRequestReader.Read(Encoding.UTF8.GetBytes(filing.Facts), []) is not { Undertaking: var declared }) return null;
        var words = new List<string>();
        Compare("commune", declared.Commune?.ToString(), record.Commune?.ToString(), words);
        Compare("catégorie juridique", declared.LegalCategory?.ToString(), record.LegalCategory?.ToString(), words);
        Compare("activité principale", declared.MainActivity?.ToString(), record.MainActivity?.ToString(), words);
        if (record.HasCeased == true) words.Add("l'annuaire dit que la structure a cessé son activité");
        return words.Count == 0 ? null : string.Join(" ; ", words);
    }

    /// <summary>What one of the two does not know is no difference.</summary>
    private static void Compare(string what, string? declared, string? registered, List<string> words)
    {
        if (declared is not null && registered is not null && declared != registered) words.Add($"{what} : {declared} dans la demande, {registered} dans l'annuaire");
    }
}
