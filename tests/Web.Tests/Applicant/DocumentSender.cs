using System.Net.Http.Headers;
using Iness.Casework.Accounts;
using Iness.Casework.Documents;
using Iness.TestKit;
using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Applicant;

/// <summary>Sends files as a browser does, from the page of an application.</summary>
internal static class DocumentSender
{
    public static readonly byte[] Pdf = "%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj\ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"u8.ToArray();
    public static readonly byte[] Csv = "Dépense;Montant HT\nBoutique en ligne;4 200,00\n"u8.ToArray();
    public static readonly byte[] Executable = [.. "MZ\x90\0"u8, .. new byte[200]];
    private static int organisations;

    public static MultipartFormDataContent Form(Person? person, string block, params (string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent { { new StringContent(block), "bloc" } };
        if (person?.Page.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") is { } token) form.Add(new StringContent(token), "__RequestVerificationToken");
        foreach (var (name, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(part, "fichiers", name);
        }

        return form;
    }

    public static Task UploadAsync(Person person, Guid draft, string block, params (string Name, byte[] Content)[] files) => UploadAsync(person, draft, block, draft, files);

    public static Task UploadAsync(Person person, Guid draft, string block, (string Name, byte[] Content) file, Guid seen) => UploadAsync(person, draft, block, seen, file);

    /// <summary>Sends files to a block, from the page of an application that the person may see.</summary>
    private static async Task UploadAsync(Person person, Guid draft, string block, Guid seen, params (string Name, byte[] Content)[] files)
    {
        await person.GoAsync($"/demandes/{seen}/pieces");
        await person.SendAsync(new(HttpMethod.Post, $"/demandes/{draft}/pieces?handler=Add") { Content = Form(person, block, files) });
    }

    public static Task<StoredDocument> OnlyDocumentAsync(this PortalHost portal, Guid draft) =>
        portal.WithDatabaseAsync(db => db.Documents.AsNoTracking().SingleAsync(document => document.ApplicationId == draft, TestContext.Current.CancellationToken));

    public static async Task<(Account Account, Guid Draft, Person Person)> DraftAsync(this PortalHost portal, params (string Key, string Value)[] answers)
    {
        var siren = $"9001{Interlocked.Increment(ref organisations):00000}";
        var (account, draft) = await portal.WithDatabaseAsync(async db =>
        {
            var account = await db.AccountAsync(portal.Clock);
            return (account, await db.DraftAsync(portal.Clock, await db.OrganisationAsync(portal.Clock, siren, account), account, answers));
        });
        return (account, draft, await portal.SignedInAsync(account));
    }
}
