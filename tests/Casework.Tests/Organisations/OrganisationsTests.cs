using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Organisations;
using Iness.Casework.Registers.Companies;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Organisations;

/// <summary>Who acts for an organisation: by invitation, never by knowing its number.</summary>
public sealed class OrganisationsTests
{
    private static readonly CompanySearch Down = new CompanySearch.Unavailable(Unavailability.Timeout);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Accept_ByTheOneInvited_WorksOnce(Engine engine)
    {
        await using var office = await Office.OpenAsync(engine);
        var secret = await office.InviteAsync(office.Dominique.Email!.ToUpperInvariant());

        Assert.True((await office.AcceptAsync(secret, office.Dominique)).IsDone);
        Assert.Contains(office.Dominique.Id, await office.MembersAsync());
        Assert.True((await office.LeaveAsync(office.Dominique)).IsDone);

        Assert.Equal(Refusal.Conflict, (await office.AcceptAsync(secret, office.Dominique)).Refusal);
        Assert.Equal([office.Camille.Id], await office.MembersAsync());
        Assert.DoesNotContain(secret, await office.DoAsync(db => db.Invitations.Select(invitation => invitation.TokenHash).SingleAsync(Stop)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Accept_OtherAddressOrTooLate_IsRefused(Engine engine)
    {
        await using var office = await Office.OpenAsync(engine);
        var elsewhere = await office.InviteAsync("quelquun@exemple.fr");
        var late = await office.InviteAsync(office.Dominique.Email!);

        Assert.Equal(Refusal.NotAllowed, (await office.AcceptAsync(elsewhere, office.Dominique)).Refusal);
        Assert.Equal(Refusal.NotFound, (await office.AcceptAsync("inconnu", office.Dominique)).Refusal);
        office.Database.Clock.Advance(InvitationLink.Validity);
        Assert.Equal(Refusal.Conflict, (await office.AcceptAsync(late, office.Dominique)).Refusal);
        Assert.Equal([office.Camille.Id], await office.MembersAsync());
    }

    [Fact]
    public async Task Accept_Revoked_IsRefused()
    {
        await using var office = await Office.OpenAsync(Engine.Sqlite);
        var secret = await office.InviteAsync(office.Dominique.Email!);
        var invitation = await office.DoAsync(db => db.Invitations.Select(found => found.Id).SingleAsync(Stop));

        Assert.Equal(Refusal.NotFound, (await office.DoAsync(db => new RevokeInvitation(db, office.Database.Clock).ExecuteAsync(invitation, office.Dominique.AsActor(), Stop))).Refusal);
        Assert.True((await office.DoAsync(db => new RevokeInvitation(db, office.Database.Clock).ExecuteAsync(invitation, office.Camille.AsActor(), Stop))).IsDone);

        Assert.Equal(Refusal.Conflict, (await office.AcceptAsync(secret, office.Dominique)).Refusal);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Join_WithMembers_IsRefusedAndTellsThemOnce(Engine engine)
    {
        await using var office = await Office.OpenAsync(engine);

        var refused = await office.JoinAsync(Office.Siren, "Autre nom", office.Dominique, Down);
        await office.JoinAsync(Office.Siren, "Autre nom", office.Dominique, Down);

        Assert.Equal(Refusal.NotAllowed, refused.Refusal);
        Assert.DoesNotContain(office.Camille.FamilyName, refused.Message, StringComparison.Ordinal);
        Assert.Equal([office.Camille.Id], await office.MembersAsync());
        var mail = await office.DoAsync(db => db.Outbox.SingleAsync(Stop));
        Assert.Equal(office.Camille.Email, mail.To);
        Assert.Contains(office.Dominique.Email!, mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Join_WhatFormerMembersLeft_IsRefused()
    {
        await using var office = await Office.OpenAsync(Engine.Sqlite);
        await office.DoAsync(db => db.DraftAsync(office.Database.Clock, office.Organisation, office.Camille));
        Assert.True((await office.LeaveAsync(office.Camille)).IsDone);

        Assert.Equal(Refusal.NotAllowed, (await office.JoinAsync(Office.Siren, null, office.Dominique, Down)).Refusal);
        Assert.Empty(await office.MembersAsync());
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Join_RegisterDown_KeepsTheNameTypedAndAsksAgainLater(Engine engine)
    {
        await using var office = await Office.OpenAsync(engine);

        var asked = await office.JoinAsync("900 200 015", null, office.Dominique, Down);
        var joined = await office.JoinAsync("900 200 015", "La Recyclerie", office.Dominique, Down);

        Assert.True(Assert.IsType<JoinAnswer.NameNeeded>(asked.Value).IsRegisterDown);
        Assert.Equal("La Recyclerie", Assert.IsType<JoinAnswer.Joined>(joined.Value).Name);
        var organisation = await office.DoAsync(db => db.Organisations.SingleAsync(found => found.Siren == "900200015", Stop));
        Assert.Equal((office.Database.Clock.Instant(), null), (organisation.RegisterDueAt, organisation.RegisterFetchedAt));
        Assert.Equal(Refusal.Invalid, (await office.JoinAsync("900200016", "X", office.Dominique, Down)).Refusal);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Leave_AsContact_PassesApplicationsOn(Engine engine)
    {
        await using var office = await Office.OpenAsync(engine);
        var draft = await office.DoAsync(db => db.DraftAsync(office.Database.Clock, office.Organisation, office.Camille));
        await office.DoAsync(async db =>
        {
            var application = await db.Applications.SingleAsync(found => found.Id == draft, Stop);
            application.Move(FileAction.File, office.Camille.AsActor(), office.Database.Clock.Instant());
            await db.CommitAsync(new(office.Camille.AsActor(), "Filed", Act.Application(draft)), Stop);
            return true;
        });

        Assert.Equal(Refusal.Conflict, (await office.LeaveAsync(office.Camille)).Refusal);
        await office.AcceptAsync(await office.InviteAsync(office.Dominique.Email!), office.Dominique);
        Assert.True((await office.LeaveAsync(office.Camille)).IsDone);

        Assert.Equal(office.Dominique.Id, await office.DoAsync(db => db.Applications.Where(found => found.Id == draft).Select(found => found.ContactId).SingleAsync(Stop)));
        Assert.Equal(Refusal.NotFound, (await office.DoAsync(db => new HandOver(db, Office.Portal, office.Database.Clock).ExecuteAsync(draft, office.Camille.Id, office.Camille.AsActor(), Stop))).Refusal);
        Assert.Equal(Refusal.Invalid, (await office.DoAsync(db => new HandOver(db, Office.Portal, office.Database.Clock).ExecuteAsync(draft, office.Camille.Id, office.Dominique.AsActor(), Stop))).Refusal);
    }
}
