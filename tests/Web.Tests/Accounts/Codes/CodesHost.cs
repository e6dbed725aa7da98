using System.Security.Claims;
using Iness.Casework.Accounts;
using Iness.Web.Tests.Portal;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Iness.Web.Tests.Accounts.Codes;

/// <summary>A portal with a door for those who have just given the right password.</summary>
public sealed class CodesHost : PortalHost
{
    private const string Door = "/porte-du-mot-de-passe";

    /// <summary>A browser where a person has just given the right password.</summary>
    internal async Task<Person> AfterPasswordAsync(Account account)
    {
        var person = Visitor();
        await person.GoAsync($"{Door}?compte={account.Id}");
        Assert.Equal(StatusCodes.Status204NoContent, person.Status);
        return person;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddTransient<IStartupFilter, PasswordDoor>());
    }

    private sealed class PasswordDoor : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, onwards) =>
            {
                if (context.Request.Path != Door)
                {
                    await onwards(context);
                    return;
                }

                var identity = new ClaimsIdentity([new(ClaimTypes.Name, context.Request.Query["compte"]!)], IdentityConstants.TwoFactorUserIdScheme);
                await context.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(identity));
                context.Response.StatusCode = StatusCodes.Status204NoContent;
            });
            next(app);
        };
    }
}
