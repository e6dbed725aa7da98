using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Iness.Casework.Mail;

/// <summary>Registers what takes mails away.</summary>
public static class MailRegistration
{
    /// <summary>Adds <see cref="IMailTransport"/>: the SMTP server of « Mail:Smtp:Host », else the folder « Mail:Folder » (read by <see cref="MailFolder"/>).</summary>
    public static IServiceCollection AddMailTransport(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(MailOptions.Section);
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsValidation>();
        services.AddOptions<MailOptions>().Bind(section)
            .Validate(options => MailboxAddress.TryParse(options.From, out _), "Mail:From must be an address.")
            .Validate(options => options.Smtp.Authority is not { Length: > 0 } file || File.Exists(file), "Mail:Smtp:Authority must be an existing file.")
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<MailFolder>();
        return section[$"{nameof(MailOptions.Smtp)}:{nameof(SmtpOptions.Host)}"] is { Length: > 0 }
            ? services.AddSingleton<IMailTransport, SmtpMailTransport>()
            : services.AddSingleton<IMailTransport, FolderMailTransport>();
    }
}

/// <summary>Checks the settings of mail by their attributes, those of SMTP as well.</summary>
[OptionsValidator]
internal sealed partial class MailOptionsValidation : IValidateOptions<MailOptions>;
