using Iness.TestKit.Servers;

[assembly: AssemblyFixture(typeof(PostgresRun))]
