using Iness.Casework.Letters;
using Iness.Casework.Mail;
using Microsoft.Extensions.DependencyInjection;

namespace Iness.Casework.Jobs;

/// <summary>The timed work of this project, and what runs it.</summary>
public static class JobsRegistration
{
    /// <summary>Registers them; something else calls <see cref="RunTimedWork"/> at each period.</summary>
    public static IServiceCollection AddCaseworkJobs(this IServiceCollection services) => services
        .AddScoped<RunTimedWork>()
        .AddScoped<RetryMail>()
        .AddScoped<PurgeDrafts>()
        .AddScoped<PurgeDocuments>()
        .AddScoped<DrawAcknowledgement>()
        .AddScoped<DrawLetter>()
        .AddScoped<MailAttachments>()
        .AddScoped<ITimedWork, SendOutbox>()
        .AddScoped<ITimedWork, DrawAcknowledgements>()
        .AddScoped<ITimedWork, DrawLetters>()
        .AddScoped<ITimedWork, RefreshRegister>()
        .AddScoped<ITimedWork, PurgeExpired>()
        .AddScoped<ITimedWork, PurgeAccounts>()
        .AddScoped<ITimedWork, RemindMissingItems>()
        .AddScoped<ITimedWork, WatchDeadlines>();
}
