using Microsoft.EntityFrameworkCore.Migrations;

namespace Iness.Casework.Persistence;

/// <summary>
/// The database itself refuses to take a line out of the audit log or to alter one; only its details may be erased. The hash chain
/// tells what somebody with more rights than the application has done all the same.
/// </summary>
internal static class AuditProtection
{
    private const string Refused = "The audit log is append-only";

    public static void ProtectAuditLogOfSqlite(this MigrationBuilder migration)
    {
        migration.Sql($"""
            CREATE TRIGGER "AuditLog_NoDelete" BEFORE DELETE ON "AuditLog" BEGIN SELECT RAISE(ABORT, '{Refused}'); END;
            """);
        migration.Sql($"""
            CREATE TRIGGER "AuditLog_NoUpdate" BEFORE UPDATE ON "AuditLog"
            WHEN NEW."Details" IS NOT NULL OR NEW."Salt" IS NOT NULL OR NEW."Sequence" <> OLD."Sequence" OR NEW."Hash" <> OLD."Hash" OR NEW."PreviousHash" <> OLD."PreviousHash"
              OR NEW."DetailsDigest" <> OLD."DetailsDigest" OR NEW."At" <> OLD."At" OR NEW."ActorId" IS NOT OLD."ActorId" OR NEW."ActorRole" <> OLD."ActorRole"
              OR NEW."Action" <> OLD."Action" OR NEW."Subject" <> OLD."Subject"
            BEGIN SELECT RAISE(ABORT, '{Refused}'); END;
            """);
    }

    public static void ProtectAuditLogOfPostgres(this MigrationBuilder migration)
    {
        migration.Sql($"""
            CREATE FUNCTION audit_log_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF TG_OP = 'UPDATE' AND NEW."Details" IS NULL AND NEW."Salt" IS NULL
                AND (NEW."Sequence", NEW."Hash", NEW."PreviousHash", NEW."DetailsDigest", NEW."At", NEW."ActorRole", NEW."Action", NEW."Subject")
                  = (OLD."Sequence", OLD."Hash", OLD."PreviousHash", OLD."DetailsDigest", OLD."At", OLD."ActorRole", OLD."Action", OLD."Subject")
                AND NEW."ActorId" IS NOT DISTINCT FROM OLD."ActorId" THEN
                RETURN NEW;
              END IF;
              RAISE EXCEPTION '{Refused}';
            END $$;
            """);
        migration.Sql("""
            CREATE TRIGGER "AuditLog_AppendOnly" BEFORE UPDATE OR DELETE ON "AuditLog" FOR EACH ROW EXECUTE FUNCTION audit_log_is_append_only();
            """);
    }
}
