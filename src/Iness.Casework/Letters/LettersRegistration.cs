using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Iness.Casework.Letters;

/// <summary>Registers what letters need.</summary>
public static class LettersRegistration
{
    /// <summary>Adds <see cref="IPdfRenderer"/> and the options « Letters » and « ServiceInCharge ».</summary>
    public static IServiceCollection AddLetters(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<LettersOptions>().Bind(configuration.GetSection(LettersOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ServiceInCharge>().Bind(configuration.GetSection(ServiceInCharge.Section)).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<IPdfRenderer, WeasyPrintRenderer>();
    }
}
