namespace Iness.Web.Infrastructure;

/// <summary>Errors are told in French, on a page for people and as problem details for programs.</summary>
internal static class ErrorPages
{
    private const string Page = "/erreur/{0}";

    public static void UseInessErrorPages(this WebApplication app)
    {
        app.UseWhen(context => !context.Request.Path.StartsWithSegments("/api"), pages =>
        {
            pages.UseExceptionHandler("/erreur/500");
            pages.UseStatusCodePagesWithReExecute(Page);
        });
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/api"), api =>
        {
            api.UseExceptionHandler();
            api.UseStatusCodePages();
        });
    }
}
