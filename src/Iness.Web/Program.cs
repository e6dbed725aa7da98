using System.Text.Unicode;
using Iness.Casework.Accounts;
using Iness.Casework.Accounts.Agents;
using Iness.Casework.Applications;
using Iness.Casework.Archives;
using Iness.Casework.Control;
using Iness.Casework.Decisions;
using Iness.Casework.Documents;
using Iness.Casework.Figures;
using Iness.Casework.Letters;
using Iness.Casework.Mail;
using Iness.Casework.Organisations;
using Iness.Casework.Partners;
using Iness.Casework.Payments.Claims;
using Iness.Casework.Payments.Preparing;
using Iness.Casework.Persistence;
using Iness.Casework.Recoveries;
using Iness.Casework.Registers.Companies;
using Iness.Casework.Registers.DeMinimis;
using Iness.Casework.Registers.DeMinimis.Declarations;
using Iness.Casework.Review;
using Iness.Casework.Review.Worklist;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Api;
using Iness.Web.Applying;
using Iness.Web.Deciding;
using Iness.Web.Demo;
using Iness.Web.Infrastructure;
using Iness.Web.Jobs;
using Iness.Web.Navigation;
using Microsoft.Extensions.WebEncoders;

var builder = WebApplication.CreateBuilder(args);
// Straight from a build, the compiled theme lies outside the content root; a published portal has it inside and this does nothing.
builder.WebHost.UseStaticWebAssets();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddRazorPages(options =>
{
    // Closed unless it stands here: every other page asks for an account.
    options.Conventions.AllowAnonymousToFolder("/Public");
    options.Conventions.AllowAnonymousToFolder("/Simulator");
    options.Conventions.AllowAnonymousToFolder("/Account/Entry");
    // One right for a folder, or one on each of its pages (NeedsAttribute).
    options.Conventions.AuthorizeFolder("/Applicant", NeedsAttribute.PolicyOf(Right.Apply));
    options.Conventions.AuthorizeFolder("/Account", NeedsAttribute.PolicyOf(Right.OwnAccount));
});
builder.Services.AddInessDatabase(builder.Configuration);
builder.Services.AddInessAccounts();
builder.Services.AddWaysIn(builder.Configuration);
builder.Services.AddScoped<SignIn>();
builder.Services.AddApplications();
builder.Services.AddReview();
builder.Services.AddOrganisations();
builder.Services.AddOpinions();
builder.Services.AddPersonalData();
builder.Services.AddWorklist();
builder.Services.AddSingleton<RegionNavigation>();
builder.Services.AddAgents();
builder.Services.AddSingleton<PrefillLink>();
builder.Services.AddDocuments(builder.Configuration);
builder.Services.AddLetters(builder.Configuration);
builder.Services.AddMailTransport(builder.Configuration);
builder.Services.AddPortalAddress(builder.Configuration);
builder.Services.AddDecisions();
builder.Services.AddPaymentDesk();
builder.Services.AddRecoveries();
builder.Services.AddControl();
builder.Services.AddAidDeclarations();
builder.Services.AddFigures();
builder.Services.AddClaims();
builder.Services.AddArchives();
builder.Services.AddScoped<DecisionPdf>();
builder.Services.AddTimedWork(builder.Configuration);
builder.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(UnicodeRanges.All));
builder.Services.AddSecurityHeaderPolicies().SetPolicySelector(context => ServedDocument.Policy(context.HttpContext) ?? SecurityHeaders.For(context.HttpContext.Request.Path));
builder.Services.AddRouting(options => options.LowercaseUrls = true);
builder.Services.AddCompanyRegister(builder.Configuration);
builder.Services.AddDeMinimisRegister(builder.Configuration);
builder.Services.AddPartners(builder.Configuration);
builder.Services.AddInessApi(builder.Configuration);
builder.Services.AddHealthChecks();
builder.Services.AddDemo();

var app = builder.Build();

app.UseInessErrorPages();
app.UseSecurityHeaders();
app.UseRouting();
app.UseCors();
app.UseRateLimiter();
app.UseAuthentication();
app.UseSecondFactor();
app.UseAuthorization();

app.MapStaticAssets().AllowAnonymous();
app.MapHealthChecks("/healthz").AllowAnonymous();
app.MapRazorPages().RequireAuthorization().WithStaticAssets();
app.MapInessApi();

app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"Iness est ouvert sur {string.Join(" et ", app.Urls)}"));
await app.Services.MigrateInessDatabaseAsync(CancellationToken.None);
await app.PrepareDemoAsync(CancellationToken.None);
app.Run();
