using Iness.EndToEnd.Tests.Browser;
using Iness.EndToEnd.Tests.Simulator;
using Iness.TestKit;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Public;

/// <summary>The pictures of the README are taken here; a test fails when a page no longer looks like its picture.</summary>
public sealed class ReadmePicturesTests(Portal portal)
{
    /// <summary>Share of pixels that may differ: dates change, and fonts differ a little between machines.</summary>
    private const double Tolerance = 0.06;

    /// <summary>Draws both pictures in the browser itself and counts the pixels that differ.</summary>
    private const string Compare =
        """
        async ([left, right]) => {
          const draw = async (base64) => {
            const image = new Image();
            image.src = "data:image/png;base64," + base64;
            await image.decode();
            const canvas = document.createElement("canvas");
            [canvas.width, canvas.height] = [image.width, image.height];
            const context = canvas.getContext("2d");
            context.drawImage(image, 0, 0);
            return context.getImageData(0, 0, image.width, image.height);
          };
          const [a, b] = [await draw(left), await draw(right)];
          if (a.width !== b.width || a.height !== b.height) return 1;
          let different = 0;
          for (let i = 0; i < a.data.length; i += 4) {
            if (Math.abs(a.data[i] - b.data[i]) + Math.abs(a.data[i + 1] - b.data[i + 1]) + Math.abs(a.data[i + 2] - b.data[i + 2]) > 60) different++;
          }
          return different / (a.data.length / 4);
        }
        """;

    [Fact]
    public async Task Home_LooksLikeItsPicture()
    {
        var page = await portal.PageAsync();
        await page.GotoAsync("/");

        await ExpectPictureAsync(page, "home.png");
    }

    [Fact]
    public async Task Result_LooksLikeItsPicture()
    {
        var page = await portal.PageAsync();
        await Walk.ToCostsAsync(page);
        await Walk.AddShopAsync(page, "6 000");
        await Walk.ToResultAsync(page);

        await ExpectPictureAsync(page, "result.png");
    }

    private static async Task ExpectPictureAsync(IPage page, string name)
    {
        var file = RepositoryRoot.PathOf("docs", "images", name);
        var taken = await page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled });
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1") await File.WriteAllBytesAsync(file, taken, TestContext.Current.CancellationToken);
        Assert.True(File.Exists(file), $"docs/images/{name} is missing: run the tests once with UPDATE_SNAPSHOTS=1.");

        var kept = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        await page.GotoAsync("about:blank");
        var different = await page.EvaluateAsync<double>(Compare, new[] { Convert.ToBase64String(kept), Convert.ToBase64String(taken) });

        Assert.True(different <= Tolerance, $"docs/images/{name} differs from the page on {different:P0} of its pixels: run the tests once with UPDATE_SNAPSHOTS=1 and look at it.");
    }
}
