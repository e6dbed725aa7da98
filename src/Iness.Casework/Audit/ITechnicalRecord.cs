namespace Iness.Casework.Audit;

/// <summary>A row that machinery keeps for itself (sessions, leases, deliveries): it says nothing of a file or a person's rights, so it leaves no line in the audit log.</summary>
public interface ITechnicalRecord;
