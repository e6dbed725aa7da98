using System.Text.Unicode;
using Iness.Casework.Registers.Companies;
using Iness.Web.Api;
using Iness.Web.Infrastructure;
using Microsoft.Extensions.WebEncoders;

var builder = WebApplication.CreateBuilder(args);
// Straight from a build, the compiled theme lies outside the content root; a published portal has it inside and this does nothing.
builder.WebHost.UseStaticWebAssets();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddRazorPages();
builder.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(UnicodeRanges.All));
builder.Services.AddSecurityHeaderPolicies().SetPolicySelector(context =>
    context.HttpContext.Request.Path.StartsWithSegments(ApiRegistration.DocumentationPath) ? SecurityHeaders.ApiDocumentation : SecurityHeaders.Policy);
builder.Services.AddRouting(options => options.LowercaseUrls = true);
builder.Services.AddCompanyRegister(builder.Configuration);
builder.Services.AddInessApi(builder.Configuration);
builder.Services.AddHealthChecks();

var app = builder.Build();

app.UseInessErrorPages();
app.UseSecurityHeaders();
app.UseRouting();
app.UseCors();
app.UseRateLimiter();

app.MapStaticAssets();
app.MapHealthChecks("/healthz");
app.MapRazorPages().WithStaticAssets();
app.MapInessApi();

app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"Iness est ouvert sur {string.Join(" et ", app.Urls)}"));
app.Run();
