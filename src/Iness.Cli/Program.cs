using Iness.Cli.Commands;
using Iness.Cli.Terminal;

var parsed = InessCommand.Create(TimeProvider.System).Parse(args);
return UsageErrors.In(parsed) is { Count: > 0 } errors
    ? UsageErrors.Tell(errors)
    : await parsed.InvokeAsync();
