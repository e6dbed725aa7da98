using Iness.Casework.Accounts.Agents;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Account.Entry;

/// <summary>What the link of an agent's invitation opens: choosing a password. Opening it spends nothing.</summary>
public sealed class AgentInvitationModel(AcceptAgentInvitation accept, SignIn signIn) : EntryPage
{
    /// <summary>The account of the link.</summary>
    [BindProperty(Name = "compte", SupportsGet = true)]
    public Guid AccountId { get; set; }

    /// <summary>Its code.</summary>
    [BindProperty(Name = "code", SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>Whose it is; null when the link works no more.</summary>
    public Casework.Accounts.Account? Invited { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task OnGetAsync()
    {
        Invited = await accept.FindAsync(AccountId, Code, HttpContext.RequestAborted);
        Form = new([NewPassword(PasswordName, "Votre mot de passe")], []);
    }

    /// <summary>Sets the password, and opens the session: its next page is the second factor.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await accept.ExecuteAsync(AccountId, Code, Request.Form[PasswordName].ToString(), HttpContext.RequestAborted);
        if (outcome.IsDone)
        {
            await signIn.ExecuteAsync(outcome.Value, "pwd", HttpContext.RequestAborted);
            return Redirect(SecondFactor.Page);
        }

        if (outcome.Refusal == Refusal.NotFound) return Page();
        Invited = await accept.FindAsync(AccountId, Code, HttpContext.RequestAborted);
        return Again([NewPassword(PasswordName, "Votre mot de passe")], [new(PasswordName, outcome.Message!)]);
    }
}
