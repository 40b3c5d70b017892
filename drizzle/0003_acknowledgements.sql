CREATE TABLE `acknowledgements` (
	`journal_id` text PRIMARY KEY NOT NULL,
	`sheet_id` text NOT NULL,
	`line_id` text,
	`finding` text NOT NULL,
	`fingerprint` text NOT NULL,
	`note` text NOT NULL,
	FOREIGN KEY (`journal_id`) REFERENCES `journal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sheet_id`) REFERENCES `sheets`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`line_id`) REFERENCES `lines`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `acknowledgements_sheet` ON `acknowledgements` (`sheet_id`);--> statement-breakpoint
CREATE TRIGGER "acknowledgements_new_rows_only" BEFORE INSERT ON "acknowledgements"
WHEN EXISTS (SELECT 1 FROM "acknowledgements" WHERE "journal_id" = new."journal_id") OR new."rowid" IS NOT -1
BEGIN SELECT raise(ABORT, 'acknowledgements: append-only'); END;
--> statement-breakpoint
CREATE TRIGGER "acknowledgements_rowid" AFTER INSERT ON "acknowledgements" WHEN new."rowid" < 1
BEGIN SELECT raise(ABORT, 'acknowledgements: append-only'); END;
--> statement-breakpoint
CREATE TRIGGER "acknowledgements_no_update" BEFORE UPDATE ON "acknowledgements"
BEGIN SELECT raise(ABORT, 'acknowledgements: append-only'); END;
--> statement-breakpoint
CREATE TRIGGER "acknowledgements_no_delete" BEFORE DELETE ON "acknowledgements"
BEGIN SELECT raise(ABORT, 'acknowledgements: append-only'); END;
