CREATE TABLE `import_lines` (
	`import_id` text NOT NULL,
	`line_id` text NOT NULL,
	`ended_at` text,
	PRIMARY KEY(`import_id`, `line_id`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`line_id`) REFERENCES `lines`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `import_mappings` (
	`user_id` text NOT NULL,
	`labels` text NOT NULL,
	`choices` text NOT NULL,
	PRIMARY KEY(`user_id`, `labels`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `import_sheets` (
	`import_id` text NOT NULL,
	`sheet_id` text NOT NULL,
	`opened` integer NOT NULL,
	PRIMARY KEY(`import_id`, `sheet_id`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sheet_id`) REFERENCES `sheets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `import_sheets_sheet` ON `import_sheets` (`sheet_id`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`size` integer NOT NULL,
	`at` text NOT NULL,
	`choices` text NOT NULL,
	`state` text NOT NULL,
	`committed_id` text,
	`undone_id` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`committed_id`) REFERENCES `journal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`undone_id`) REFERENCES `journal`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `imports_user` ON `imports` (`user_id`,`at`);
--> statement-breakpoint
CREATE TRIGGER "import_sheets_new_rows_only" BEFORE INSERT ON "import_sheets"
WHEN EXISTS (SELECT 1 FROM "import_sheets" WHERE "import_id" = new."import_id" AND "sheet_id" = new."sheet_id") OR new."rowid" IS NOT -1
BEGIN SELECT raise(ABORT, 'import_sheets: append-only'); END;
--> statement-breakpoint
CREATE TRIGGER "import_sheets_rowid" AFTER INSERT ON "import_sheets" WHEN new."rowid" < 1
BEGIN SELECT raise(ABORT, 'import_sheets: append-only'); END;
--> statement-breakpoint
CREATE TRIGGER "import_sheets_no_update" BEFORE UPDATE ON "import_sheets"
BEGIN SELECT raise(ABORT, 'import_sheets: append-only'); END;
--> statement-breakpoint
CREATE TRIGGER "import_sheets_no_delete" BEFORE DELETE ON "import_sheets"
BEGIN SELECT raise(ABORT, 'import_sheets: append-only'); END;
--> statement-breakpoint
CREATE TRIGGER "import_lines_new_rows_only" BEFORE INSERT ON "import_lines"
WHEN EXISTS (SELECT 1 FROM "import_lines" WHERE "import_id" = new."import_id" AND "line_id" = new."line_id") OR new."rowid" IS NOT -1
BEGIN SELECT raise(ABORT, 'import_lines: append-only'); END;
--> statement-breakpoint
CREATE TRIGGER "import_lines_rowid" AFTER INSERT ON "import_lines" WHEN new."rowid" < 1
BEGIN SELECT raise(ABORT, 'import_lines: append-only'); END;
--> statement-breakpoint
CREATE TRIGGER "import_lines_no_update" BEFORE UPDATE ON "import_lines"
BEGIN SELECT raise(ABORT, 'import_lines: append-only'); END;
--> statement-breakpoint
CREATE TRIGGER "import_lines_no_delete" BEFORE DELETE ON "import_lines"
BEGIN SELECT raise(ABORT, 'import_lines: append-only'); END;
--> statement-breakpoint
CREATE TRIGGER "imports_new_rows_only" BEFORE INSERT ON "imports"
WHEN EXISTS (SELECT 1 FROM "imports" WHERE "id" = new."id") OR new."rowid" IS NOT -1
BEGIN SELECT raise(ABORT, 'imports: never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER "imports_rowid" AFTER INSERT ON "imports" WHEN new."rowid" < 1
BEGIN SELECT raise(ABORT, 'imports: never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER "imports_no_delete" BEFORE DELETE ON "imports"
BEGIN SELECT raise(ABORT, 'imports: never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER "imports_stay_themselves" BEFORE UPDATE ON "imports"
WHEN new."id" IS NOT old."id" OR new."user_id" IS NOT old."user_id" OR new."file_name" IS NOT old."file_name"
  OR new."sha256" IS NOT old."sha256" OR new."size" IS NOT old."size" OR new."at" IS NOT old."at"
  OR new."rowid" IS NOT old."rowid"
BEGIN SELECT raise(ABORT, 'imports: another file is another import'); END;
--> statement-breakpoint
CREATE TRIGGER "imports_go_forward" BEFORE UPDATE ON "imports"
WHEN (new."state", new."committed_id" IS NULL, new."undone_id" IS NULL) NOT IN (
    ('open', 1, 1), ('discarded', 1, 1), ('committed', 0, 1), ('undone', 0, 0))
  OR (old."state", new."state") NOT IN (
    ('open', 'open'), ('open', 'discarded'), ('open', 'committed'), ('committed', 'undone'))
  OR (old."committed_id" IS NOT NULL AND new."committed_id" IS NOT old."committed_id")
BEGIN SELECT raise(ABORT, 'imports: not the next state'); END;
