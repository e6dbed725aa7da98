using System.Text.RegularExpressions;
using Iness.EndToEnd.Tests.Browser;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Applicant;

/// <summary>On a slow line a page is used before its script has come: what was typed or chosen meanwhile is not forgotten.</summary>
public sealed class LateScriptTests(Portal portal)
{
    private const string Typed = "Les commandes arrivent de partout.";

    [Fact]
    public async Task TypedBeforeTheScript_IsSavedOnceItComes()
    {
        var draft = await Draft.StartAsync(portal, Draft.Whole);
        var (page, comes) = await SlowAsync(draft, "autosave.js");
        await page.GotoAsync($"{draft.Root}/projet", new() { WaitUntil = WaitUntilState.Commit });
        await page.GetByLabel("D’où partez-vous").FillAsync(Typed);

        comes.SetResult();

        await Assertions.Expect(page.Locator("[data-save-state]")).ToHaveTextAsync(new Regex("^Enregistré à"));
        await Assertions.Expect(page.GetByLabel("D’où partez-vous")).ToHaveValueAsync(Typed);
    }

    [Fact]
    public async Task OpenedAndLeftAlone_NothingIsSaved()
    {
        var draft = await Draft.StartAsync(portal, Draft.Whole);
        var page = await portal.SignedInAsync(draft.Account);
        var saved = 0;
        page.Request += (_, request) => saved += request.Method == "POST" ? 1 : 0;
        foreach (var part in (string[])["structure", "projet", "depenses", "financement"])
        {
            await page.GotoAsync($"{draft.Root}/{part}", new() { WaitUntil = WaitUntilState.NetworkIdle });
            // Longer than it waits for a pause in typing.
            await page.WaitForTimeoutAsync(1_200);
        }

        Assert.Equal(0, saved);
    }

    [Fact]
    public async Task ChosenBeforeTheScript_IsSentOnceItComes()
    {
        var draft = await Draft.StartAsync(portal, Draft.Whole);
        var (page, comes) = await SlowAsync(draft, "upload.js");
        await page.GotoAsync($"{draft.Root}/pieces", new() { WaitUntil = WaitUntilState.Commit });
        await Papers.Chooser(page, "Statuts").SetInputFilesAsync(Papers.Pdf("statuts.pdf"));

        comes.SetResult();

        await Assertions.Expect(Papers.Block(page, "Statuts").GetByRole(AriaRole.Link, new() { Name = "statuts.pdf" })).ToBeVisibleAsync();
    }

    private async Task<(IPage Page, TaskCompletionSource Comes)> SlowAsync(Draft draft, string script)
    {
        var comes = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var page = await portal.SignedInAsync(draft.Account);
        await page.RouteAsync(new Regex(Regex.Escape(script)), async route =>
        {
            await comes.Task;
            await route.ContinueAsync();
        });
        return (page, comes);
    }
}
