using System.Net;
using Iness.Casework.Accounts;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Microsoft.AspNetCore.Identity;

namespace Iness.Web.Accounts;

/// <summary>Who may come in: accounts, cookies, and a door closed unless a page says it is open.</summary>
internal static class AccountRegistration
{
    /// <summary>How long a session lives unused.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(2);

    public static IServiceCollection AddInessAccounts(this IServiceCollection services)
    {
        services.AddInessKeys();
        services.AddHttpContextAccessor();
        services.AddScoped<ParkedForms>();
        services.AddIdentityCore<Account>(options =>
            {
                options.User.RequireUniqueEmail = true;
                // The name is the address, checked as one.
                options.User.AllowedUserNameCharacters = "";
                options.Tokens.EmailConfirmationTokenProvider = options.Tokens.PasswordResetTokenProvider = MailedLinkTokens.Name;
                options.SignIn.RequireConfirmedEmail = true;
                // Length is what protects; what is easy to guess is refused by its own check.
                options.Password = new() { RequiredLength = EasyPasswords.Shortest, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredUniqueChars = 1 };
                options.Lockout = new() { AllowedForNewUsers = true, MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15) };
            })
            .AddEntityFrameworkStores<InessDbContext>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<AccountClaims>()
            .AddPasswordValidator<EasyPasswords>()
            .AddDefaultTokenProviders()
            .AddTokenProvider<MailedLinkTokens>(MailedLinkTokens.Name);
        services.AddAccountUseCases().AddScoped<RenewCookie>();
        services.AddRateLimiter(options => options.AddPolicy<IPAddress, EntryRateLimit>(EntryRateLimit.Name));
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(options =>
        {
            options.Cookie.Name = "iness";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.ExpireTimeSpan = Idle;
            options.SlidingExpiration = true;
            options.LoginPath = "/connexion";
            options.LogoutPath = "/deconnexion";
            // At its own address, with its own status: the error page is shown there.
            options.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
            options.ReturnUrlParameter = "retour";
            options.Events.OnValidatePrincipal = SessionCheck.ValidateAsync;
            options.Events.OnRedirectToLogin = ParkedForms.RedirectToSignInAsync;
        }));
        var policies = services.AddAuthorizationBuilder();
        foreach (var right in Enum.GetValues<Right>())
        {
            var holders = RightsTable.HoldersOf(right).Select(role => role.ToString());
            policies.AddPolicy(NeedsAttribute.PolicyOf(right), policy => policy.RequireAuthenticatedUser().RequireRole(holders));
        }

        return services;
    }
}
