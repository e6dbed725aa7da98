using Microsoft.EntityFrameworkCore.Migrations;

namespace Iness.Casework.Persistence;

/// <summary>
/// Any part of a word is found without reading every file: three letters at a time are indexed, by pg_trgm on PostgreSQL, by FTS5 on
/// SQLite. There the index has rows of its own, numbered by <c>FileSearchKeys</c> (a rowid that no VACUUM changes), and triggers keep it.
/// </summary>
internal static class SearchIndex
{
    public static void AddSearchOfPostgres(this MigrationBuilder migration)
    {
        migration.Sql("CREATE EXTENSION IF NOT EXISTS pg_trgm");
        migration.Sql("""CREATE INDEX "IX_FileListings_Search" ON "FileListings" USING gin ("Search" gin_trgm_ops)""");
    }

    public static void DropSearchOfPostgres(this MigrationBuilder migration) => migration.Sql("""DROP INDEX "IX_FileListings_Search";""");

    public static void AddSearchOfSqlite(this MigrationBuilder migration)
    {
        migration.Sql("""CREATE TABLE "FileSearchKeys" ("Key" INTEGER PRIMARY KEY, "ApplicationId" TEXT NOT NULL UNIQUE)""");
        migration.Sql("""CREATE VIRTUAL TABLE "FileSearch" USING fts5("Search", content='', contentless_delete=1, tokenize='trigram case_sensitive 1')""");
        migration.Sql("""
            CREATE TRIGGER "FileListings_Found" AFTER INSERT ON "FileListings" BEGIN
              INSERT INTO "FileSearchKeys" ("ApplicationId") VALUES (NEW."ApplicationId");
              INSERT INTO "FileSearch" ("rowid", "Search") SELECT "Key", NEW."Search" FROM "FileSearchKeys" WHERE "ApplicationId" = NEW."ApplicationId";
            END;
            """);
        migration.Sql("""
            CREATE TRIGGER "FileListings_FoundAgain" AFTER UPDATE OF "Search" ON "FileListings" WHEN NEW."Search" <> OLD."Search" BEGIN
              DELETE FROM "FileSearch" WHERE "rowid" = (SELECT "Key" FROM "FileSearchKeys" WHERE "ApplicationId" = NEW."ApplicationId");
              INSERT INTO "FileSearch" ("rowid", "Search") SELECT "Key", NEW."Search" FROM "FileSearchKeys" WHERE "ApplicationId" = NEW."ApplicationId";
            END;
            """);
        migration.Sql("""
            CREATE TRIGGER "FileListings_Lost" AFTER DELETE ON "FileListings" BEGIN
              DELETE FROM "FileSearch" WHERE "rowid" = (SELECT "Key" FROM "FileSearchKeys" WHERE "ApplicationId" = OLD."ApplicationId");
              DELETE FROM "FileSearchKeys" WHERE "ApplicationId" = OLD."ApplicationId";
            END;
            """);
        migration.Sql("""INSERT INTO "FileSearchKeys" ("ApplicationId") SELECT "ApplicationId" FROM "FileListings" """);
        migration.Sql("""
            INSERT INTO "FileSearch" ("rowid", "Search")
            SELECT keys."Key", listings."Search" FROM "FileSearchKeys" AS keys INNER JOIN "FileListings" AS listings ON listings."ApplicationId" = keys."ApplicationId"
            """);
    }

    public static void DropSearchOfSqlite(this MigrationBuilder migration) => migration.Sql("""
        DROP TRIGGER "FileListings_Found"; DROP TRIGGER "FileListings_FoundAgain"; DROP TRIGGER "FileListings_Lost"; DROP TABLE "FileSearch"; DROP TABLE "FileSearchKeys";
        """);
}
