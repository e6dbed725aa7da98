using Iness.Casework;
using Iness.Casework.Accounts;
using Iness.Casework.Audit;
using Iness.Casework.Partners;
using Iness.Web.Tests.Portal;

namespace Iness.Web.Tests.Api;

/// <summary>Tokens of people, those whom the product would refuse one among them.</summary>
internal static class TokenHolder
{
    /// <summary>A token of a person, for these accesses; for all of them when none is named.</summary>
    public static Task<string> TokenAsync(this PortalHost portal, Account account, params TokenScope[] scopes) => portal.WithDatabaseAsync(async db =>
    {
        var secret = TokenSecret.New();
        db.Add(new AccessToken
        {
            Id = Guid.CreateVersion7(),
            AccountId = account.Id,
            Name = "Essai",
            Prefix = TokenSecret.PrefixOf(secret),
            TokenHash = TokenSecret.Hash(secret),
            Scopes = string.Join(' ', (scopes.Length == 0 ? TokenScope.All : scopes).Select(scope => scope.Name)),
            CreatedAt = portal.Clock.Instant(),
            ExpiresAt = portal.Clock.Instant().AddDays(30),
        });
        await db.CommitAsync(new(Actor.System, "TestPrepared", Act.Account(account.Id)), CancellationToken.None);
        return secret;
    });

    /// <summary>Asks with a token.</summary>
    public static async Task<HttpResponseMessage> AskAsync(this PortalHost portal, string? token, string address, string? knownTag = null)
    {
        using var http = portal.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        if (knownTag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", knownTag);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
