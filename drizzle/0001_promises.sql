-- The promises that SQLite keeps (ARCHITECTURE, "Data"). A table that is rebuilt loses its triggers:
-- tests/db/promises.test.ts asserts after every migration that each one below still exists.
-- REPLACE deletes without firing delete triggers, by any unique key and by the hidden rowid: a new row is therefore
-- refused where its key exists, and the rowid is never the writer's to choose (unset, it reads -1 before the insert).

CREATE TRIGGER "revisions_next_version" BEFORE INSERT ON "revisions"
WHEN new."version" IS NOT (
  SELECT coalesce(max("version"), 0) + 1 FROM "revisions" WHERE "line_id" = new."line_id" AND "kind" = new."kind"
) OR new."rowid" IS NOT -1
BEGIN SELECT raise(ABORT, 'revisions: not the next version'); END;
--> statement-breakpoint
CREATE TRIGGER "revisions_rowid" AFTER INSERT ON "revisions" WHEN new."rowid" < 1
BEGIN SELECT raise(ABORT, 'revisions: append-only'); END;
--> statement-breakpoint
CREATE TRIGGER "revisions_write_figures" AFTER INSERT ON "revisions"
BEGIN
  INSERT INTO "figures" ("line_id", "kind", "version", "journal_id", "value", "high", "denominator", "qualifier", "text", "note", "document_id")
  SELECT new."line_id", new."kind", new."version", new."journal_id", new."value", new."high", new."denominator", new."qualifier", new."text", new."note", new."document_id"
  WHERE new."version" = 1;
  UPDATE "figures"
  SET "version" = new."version", "journal_id" = new."journal_id", "value" = new."value", "high" = new."high",
      "denominator" = new."denominator", "qualifier" = new."qualifier", "text" = new."text", "note" = new."note",
      "document_id" = new."document_id"
  WHERE "line_id" = new."line_id" AND "kind" = new."kind" AND new."version" > 1;
END;
--> statement-breakpoint
CREATE TRIGGER "revisions_no_update" BEFORE UPDATE ON "revisions"
BEGIN SELECT raise(ABORT, 'revisions: append-only'); END;
--> statement-breakpoint
CREATE TRIGGER "revisions_no_delete" BEFORE DELETE ON "revisions"
BEGIN SELECT raise(ABORT, 'revisions: append-only'); END;
--> statement-breakpoint
CREATE TRIGGER "figures_first_revision" BEFORE INSERT ON "figures"
WHEN EXISTS (SELECT 1 FROM "figures" WHERE "line_id" = new."line_id" AND "kind" = new."kind")
  OR NOT EXISTS (
    SELECT 1 FROM "revisions" AS r
    WHERE r."line_id" = new."line_id" AND r."kind" = new."kind" AND r."version" = new."version" AND new."version" = 1
      AND r."journal_id" IS new."journal_id" AND r."value" IS new."value" AND r."high" IS new."high"
      AND r."denominator" IS new."denominator" AND r."qualifier" IS new."qualifier" AND r."text" IS new."text"
      AND r."note" IS new."note" AND r."document_id" IS new."document_id"
  )
BEGIN SELECT raise(ABORT, 'figures: written by revisions only'); END;
--> statement-breakpoint
CREATE TRIGGER "figures_next_revision" BEFORE UPDATE ON "figures"
WHEN new."line_id" IS NOT old."line_id" OR new."kind" IS NOT old."kind" OR new."version" IS NOT old."version" + 1
  OR NOT EXISTS (
    SELECT 1 FROM "revisions" AS r
    WHERE r."line_id" = new."line_id" AND r."kind" = new."kind" AND r."version" = new."version"
      AND r."journal_id" IS new."journal_id" AND r."value" IS new."value" AND r."high" IS new."high"
      AND r."denominator" IS new."denominator" AND r."qualifier" IS new."qualifier" AND r."text" IS new."text"
      AND r."note" IS new."note" AND r."document_id" IS new."document_id"
  )
BEGIN SELECT raise(ABORT, 'figures: written by revisions only'); END;
--> statement-breakpoint
CREATE TRIGGER "figures_no_delete" BEFORE DELETE ON "figures"
BEGIN SELECT raise(ABORT, 'figures: cleared by a revision, never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER "journal_new_rows_only" BEFORE INSERT ON "journal"
WHEN EXISTS (
  SELECT 1 FROM "journal"
  WHERE "id" = new."id" OR ("actor_id" = new."actor_id" AND "key" = new."key")
) OR new."seq" IS NOT -1
BEGIN SELECT raise(ABORT, 'journal: append-only'); END;
--> statement-breakpoint
CREATE TRIGGER "journal_seq" AFTER INSERT ON "journal" WHEN new."seq" < 1
BEGIN SELECT raise(ABORT, 'journal: append-only'); END;
--> statement-breakpoint
CREATE TRIGGER "journal_no_update" BEFORE UPDATE ON "journal"
BEGIN SELECT raise(ABORT, 'journal: append-only'); END;
--> statement-breakpoint
CREATE TRIGGER "journal_no_delete" BEFORE DELETE ON "journal"
BEGIN SELECT raise(ABORT, 'journal: append-only'); END;
--> statement-breakpoint
CREATE TRIGGER "lines_no_delete" BEFORE DELETE ON "lines"
BEGIN SELECT raise(ABORT, 'lines: ended, never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER "sheets_no_delete" BEFORE DELETE ON "sheets"
BEGIN SELECT raise(ABORT, 'sheets: never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER "lines_new_rows_only" BEFORE INSERT ON "lines"
WHEN EXISTS (
  SELECT 1 FROM "lines"
  WHERE "id" = new."id" OR ("sheet_id" = new."sheet_id" AND "indicator_id" = new."indicator_id")
) OR new."rowid" IS NOT -1
BEGIN SELECT raise(ABORT, 'lines: ended, never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER "sheets_new_rows_only" BEFORE INSERT ON "sheets"
WHEN EXISTS (SELECT 1 FROM "sheets" WHERE "id" = new."id" OR ("unit_id" = new."unit_id" AND "year" = new."year"))
  OR new."rowid" IS NOT -1
BEGIN SELECT raise(ABORT, 'sheets: never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER "lines_stay_themselves" BEFORE UPDATE ON "lines"
WHEN new."id" IS NOT old."id" OR new."sheet_id" IS NOT old."sheet_id" OR new."indicator_id" IS NOT old."indicator_id"
  OR new."rowid" IS NOT old."rowid"
BEGIN SELECT raise(ABORT, 'lines: another sheet or indicator is another line'); END;
--> statement-breakpoint
CREATE TRIGGER "sheets_stay_themselves" BEFORE UPDATE ON "sheets"
WHEN new."id" IS NOT old."id" OR new."unit_id" IS NOT old."unit_id" OR new."year" IS NOT old."year"
  OR new."rowid" IS NOT old."rowid"
BEGIN SELECT raise(ABORT, 'sheets: another unit or year is another sheet'); END;
