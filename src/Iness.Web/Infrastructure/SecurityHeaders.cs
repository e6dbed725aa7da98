using Iness.Web.Api;

namespace Iness.Web.Infrastructure;

/// <summary>What the browser may load and do. Denied unless said otherwise.</summary>
internal static class SecurityHeaders
{
    private static readonly TimeSpan OneYear = TimeSpan.FromDays(365);

    /// <summary>For every page: our own scripts and styles, nothing from elsewhere, nothing inline.</summary>
    public static HeaderPolicyCollection Policy { get; } = Common(csp =>
    {
        csp.AddScriptSrc().Self();
        csp.AddStyleSrc().Self();
    });

    /// <summary>For the documents of a file: the same, and a frame on the portal's own documents.</summary>
    public static HeaderPolicyCollection DocumentViewer { get; } = Common(csp =>
    {
        csp.AddScriptSrc().Self();
        csp.AddStyleSrc().Self();
        csp.AddFrameSrc().Self();
    });

    /// <summary>For the API's page only: its viewer sets styles from its script and starts from an inline one.</summary>
    public static HeaderPolicyCollection ApiDocumentation { get; } = Common(csp =>
    {
        csp.AddScriptSrc().Self().UnsafeInline();
        csp.AddStyleSrc().Self().UnsafeInline();
    });

    /// <summary>For a letter, which brings its own style: it can do nothing at all, not even to the portal it is served by.</summary>
    public static HeaderPolicyCollection Letter { get; } = Common(csp =>
    {
        csp.AddScriptSrc().None();
        csp.AddStyleSrc().UnsafeInline();
        csp.AddCustomDirective("sandbox", "allow-popups allow-top-navigation-by-user-activation");
    });

    /// <summary>The policy of an address.</summary>
    public static HeaderPolicyCollection For(PathString path) =>
        path.StartsWithSegments(ApiRegistration.DocumentationPath) ? ApiDocumentation
        : path.StartsWithSegments("/dossiers") && path.Value!.EndsWith("/pieces", StringComparison.OrdinalIgnoreCase) ? DocumentViewer
        : path.StartsWithSegments("/dossiers") && (path.Value!.Contains("/versement/factures/", StringComparison.OrdinalIgnoreCase) || path.Value.EndsWith("/versement/compte", StringComparison.OrdinalIgnoreCase)) ? DocumentViewer
        : path.StartsWithSegments("/demandes") && (path.Value!.Contains("/versement/factures/", StringComparison.OrdinalIgnoreCase) || path.Value.Contains("/versement/paiements/", StringComparison.OrdinalIgnoreCase)) ? DocumentViewer
        : path.StartsWithSegments("/dossiers") && (path.Value!.Contains("/versement/factures/", StringComparison.OrdinalIgnoreCase) || path.Value.EndsWith("/versement/compte", StringComparison.OrdinalIgnoreCase)) ? DocumentViewer
        : path.StartsWithSegments("/demandes") && (path.Value!.EndsWith("/accuse", StringComparison.Ordinal) || path.Value.EndsWith("/accuse.pdf", StringComparison.Ordinal)) ? Letter
        : path.StartsWithSegments("/demandes") && (path.Value!.EndsWith("/attestation-de-minimis", StringComparison.OrdinalIgnoreCase) || path.Value.EndsWith("/attestation-de-minimis.pdf", StringComparison.OrdinalIgnoreCase)) ? Letter
        : path.StartsWithSegments("/lots") && path.Value!.EndsWith("/liste.pdf", StringComparison.OrdinalIgnoreCase) ? Letter
        : (path.StartsWithSegments("/demandes") || path.StartsWithSegments("/dossiers")) && (path.Value!.EndsWith("/courrier", StringComparison.OrdinalIgnoreCase) || path.Value.EndsWith("/courrier.pdf", StringComparison.OrdinalIgnoreCase)) ? Letter
        : Policy;

    /// <summary>For a document that is saved: nothing in it may run.</summary>
    public static HeaderPolicyCollection Kept { get; } = Document(framed: false, csp => csp.AddCustomDirective("sandbox"));

    /// <summary>For an image that is shown: nothing in it may run; the portal alone may frame it.</summary>
    public static HeaderPolicyCollection Shown { get; } = Document(framed: true, csp => csp.AddCustomDirective("sandbox"));

    /// <summary>For a PDF that is shown: browsers refuse to draw one in a sandbox, and draw it in their own; it may still load nothing.</summary>
    public static HeaderPolicyCollection ShownPdf { get; } = Document(framed: true, csp =>
    {
        csp.AddObjectSrc().Self();
        csp.AddStyleSrc().UnsafeInline();
    });

    private static HeaderPolicyCollection Document(bool framed, Action<CspBuilder> others)
    {
        var policy = new HeaderPolicyCollection()
            .AddContentTypeOptionsNoSniff()
            .AddReferrerPolicyNoReferrer()
            .AddCrossOriginResourcePolicy(resources => resources.SameOrigin())
            .AddStrictTransportSecurityMaxAgeIncludeSubDomains((int)OneYear.TotalSeconds)
            .AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().None();
                csp.AddFormAction().None();
                csp.AddBaseUri().None();
                if (framed) csp.AddFrameAncestors().Self();
                else csp.AddFrameAncestors().None();
                others(csp);
            })
            .RemoveServerHeader();
        return framed ? policy.AddFrameOptionsSameOrigin() : policy.AddFrameOptionsDeny();
    }

    private static HeaderPolicyCollection Common(Action<CspBuilder> scriptsAndStyles) => new HeaderPolicyCollection()
        .AddContentTypeOptionsNoSniff()
        .AddFrameOptionsDeny()
        // A simulator link carries the answers given: it must not travel to another site as a referrer.
        .AddReferrerPolicyNoReferrer()
        .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
        .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
        .AddStrictTransportSecurityMaxAgeIncludeSubDomains((int)OneYear.TotalSeconds)
        .AddPermissionsPolicy(policy =>
        {
            policy.AddCamera().None();
            policy.AddGeolocation().None();
            policy.AddMicrophone().None();
            policy.AddPayment().None();
        })
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().None();
            csp.AddImgSrc().Self().Data();
            csp.AddFontSrc().Self().Data();
            csp.AddConnectSrc().Self();
            csp.AddManifestSrc().Self();
            csp.AddFormAction().Self();
            csp.AddBaseUri().None();
            csp.AddFrameAncestors().None();
            scriptsAndStyles(csp);
        })
        .RemoveServerHeader();
}
