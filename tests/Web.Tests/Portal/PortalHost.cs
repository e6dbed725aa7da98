using Iness.Casework.Accounts;
using Iness.Casework.Persistence;
using Iness.Casework.Registers.Companies;
using Iness.TestKit;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Iness.Web.Tests.Portal;

/// <summary>The whole portal on a database of its own, with a clock and a register that the test sets, and a door that lets a test in as anybody.</summary>
public class PortalHost : WebApplicationFactory<Program>
{
    private const string TestDoor = "/porte-des-tests";

    /// <summary>The clock of the portal.</summary>
    public TestClock Clock { get; } = new();

    /// <summary>What the register answers; nothing known until told otherwise.</summary>
    internal CompanySearch Answer { get; set; } = new CompanySearch.NothingKnown();

    /// <summary>Works on the portal's database.</summary>
    public async Task<T> WithDatabaseAsync<T>(Func<InessDbContext, Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<InessDbContext>());
    }

    /// <summary>Works with a use case of the portal.</summary>
    public async Task<T> WithAsync<TUseCase, T>(Func<TUseCase, Task<T>> work)
        where TUseCase : notnull
    {
        ArgumentNullException.ThrowIfNull(work);
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    /// <summary>A browser where nobody is signed in.</summary>
    internal Person Visitor() => new(CreateClient(new() { AllowAutoRedirect = false }));

    /// <summary>A browser where a person is signed in.</summary>
    internal async Task<Person> SignedInAsync(Account account)
    {
        var person = Visitor();
        await person.GoAsync($"{TestDoor}?compte={account.Id}");
        Assert.Equal(StatusCodes.Status204NoContent, person.Status);
        return person;
    }

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseScratchData()
        .UseSetting("Api:PermitsPerMinute", "100000")
        .UseSetting("Accounts:EntryPermitsPerMinute", "100000")
        .UseSetting("Jobs:Enabled", "false")
        .ConfigureTestServices(services => services
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<ICompanyRegister>(new Register(this))
            .AddTransient<IStartupFilter, Door>());

    private sealed class Register(PortalHost host) : ICompanyRegister
    {
        public Task<CompanySearch> FindAsync(CompanyNumber number, CancellationToken cancellationToken) => Task.FromResult(host.Answer);

        public Task<CompanySearch> SearchAsync(string name, CancellationToken cancellationToken) => Task.FromResult(host.Answer);
    }

    /// <summary>Opens a session as every way in does, without the proof.</summary>
    private sealed class Door : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            // Not a branch of its own: the cookie would be good for that branch alone.
            app.Use(async (context, onwards) =>
            {
                if (context.Request.Path != TestDoor)
                {
                    await onwards(context);
                    return;
                }

                var accounts = context.RequestServices.GetRequiredService<UserManager<Account>>();
                var account = await accounts.FindByIdAsync(context.Request.Query["compte"]!) ?? throw new InvalidOperationException("The test's account is not in the portal's database.");
                await context.RequestServices.GetRequiredService<SignIn>().ExecuteAsync(account, account.TwoFactorEnabled ? "otp" : "test", context.RequestAborted);
                context.Response.StatusCode = StatusCodes.Status204NoContent;
            });
            next(app);
        };
    }
}
