CREATE TABLE `document_files` (
	`document_id` text NOT NULL,
	`version` integer NOT NULL,
	`journal_id` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`sha256` text NOT NULL,
	`size` integer NOT NULL,
	PRIMARY KEY(`document_id`, `version`),
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`journal_id`) REFERENCES `journal`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "document_files_content" CHECK(length("sha256") = 64 and "size" > 0)
);
--> statement-breakpoint
CREATE INDEX `revisions_document` ON `revisions` (`document_id`,`line_id`,`kind`,`version`) WHERE "document_id" is not null;--> statement-breakpoint
CREATE INDEX `statements_document` ON `statements` (`document_id`);--> statement-breakpoint
CREATE TRIGGER "document_files_next_version" BEFORE INSERT ON "document_files"
WHEN new."version" IS NOT (
  SELECT coalesce(max("version"), 0) + 1 FROM "document_files" WHERE "document_id" = new."document_id"
) OR new."rowid" IS NOT -1
BEGIN SELECT raise(ABORT, 'document_files: not the next version'); END;
--> statement-breakpoint
CREATE TRIGGER "document_files_rowid" AFTER INSERT ON "document_files" WHEN new."rowid" < 1
BEGIN SELECT raise(ABORT, 'document_files: append-only'); END;
--> statement-breakpoint
CREATE TRIGGER "document_files_no_update" BEFORE UPDATE ON "document_files"
BEGIN SELECT raise(ABORT, 'document_files: append-only'); END;
--> statement-breakpoint
CREATE TRIGGER "document_files_no_delete" BEFORE DELETE ON "document_files"
BEGIN SELECT raise(ABORT, 'document_files: append-only'); END;
