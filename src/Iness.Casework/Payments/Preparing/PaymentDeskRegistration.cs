using Iness.Casework.Jobs;
using Iness.Casework.Payments.Liquidation;
using Microsoft.Extensions.DependencyInjection;

namespace Iness.Casework.Payments.Preparing;

/// <summary>The Région's side of a claim: prepared, validated, liquidated, paid; and its timed work.</summary>
public static class PaymentDeskRegistration
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddPaymentDesk(this IServiceCollection services) => services
        .AddScoped<RetainLines>()
        .AddScoped<RuleOnFloor>()
        .AddScoped<PreparePayment>()
        .AddScoped<ValidatePayment>()
        .AddScoped<StopPayment>()
        .AddScoped<CheckBankAccount>()
        .AddScoped<RequestPaymentItems>()
        .AddScoped<ReadPayments>()
        .AddScoped<MakeLiquidationBatch>()
        .AddScoped<ExportLiquidationBatch>()
        .AddScoped<PaymentMails>()
        .AddScoped<RecordReturnRow>()
        .AddScoped<ImportPaymentReturn>()
        .AddScoped<ITimedWork, WatchPayments>();
}
