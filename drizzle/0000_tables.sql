CREATE TABLE `documents` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`title` text NOT NULL,
	`publisher` text,
	`number` text,
	`url` text,
	`dated` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `documents_code_unique` ON `documents` (`code`);--> statement-breakpoint
CREATE TABLE `figures` (
	`line_id` text NOT NULL,
	`kind` text NOT NULL,
	`version` integer NOT NULL,
	`journal_id` text NOT NULL,
	`value` real,
	`high` real,
	`denominator` real,
	`qualifier` text,
	`text` text,
	`note` text,
	`document_id` text,
	PRIMARY KEY(`line_id`, `kind`),
	FOREIGN KEY (`line_id`) REFERENCES `lines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`journal_id`) REFERENCES `journal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `revisions` (
	`line_id` text NOT NULL,
	`kind` text NOT NULL,
	`version` integer NOT NULL,
	`journal_id` text NOT NULL,
	`change` text NOT NULL,
	`value` real,
	`high` real,
	`denominator` real,
	`qualifier` text,
	`text` text,
	`entered` text NOT NULL,
	`note` text,
	`document_id` text,
	PRIMARY KEY(`line_id`, `kind`, `version`),
	FOREIGN KEY (`line_id`) REFERENCES `lines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`journal_id`) REFERENCES `journal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "revisions_quantity" CHECK(("value" is not null or ("high" is null and "denominator" is null))
  and (("qualifier" is null) = ("value" is null and "text" is null))
  and ("qualifier" is null or "qualifier" in ('exact', 'above', 'below', 'at_least', 'at_most', 'about'))
  and ("high" is null or "high" >= "value")),
	CONSTRAINT "revisions_change" CHECK("change" in ('entry', 'correction', 'adjustment'))
);
--> statement-breakpoint
CREATE INDEX `revisions_journal` ON `revisions` (`journal_id`);--> statement-breakpoint
CREATE TABLE `indicators` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`version` integer NOT NULL,
	`name_vi` text NOT NULL,
	`name_en` text NOT NULL,
	`group` text NOT NULL,
	`value_type` text NOT NULL,
	`direction` text NOT NULL,
	`unit_of_measure` text NOT NULL,
	`decimals` integer NOT NULL,
	`parent_id` text,
	`breakdown_rule` text NOT NULL,
	`heading` integer NOT NULL,
	`caution` text,
	`valid_from_year` integer NOT NULL,
	`valid_to_year` integer,
	FOREIGN KEY (`parent_id`) REFERENCES `indicators`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `indicators_code_version` ON `indicators` (`code`,`version`);--> statement-breakpoint
CREATE TABLE `_guard` (
	`ok` integer NOT NULL,
	CONSTRAINT "guard_holds" CHECK("ok" = 1)
);
--> statement-breakpoint
CREATE TABLE `journal` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`at` text NOT NULL,
	`actor_id` text NOT NULL,
	`action` text NOT NULL,
	`unit_id` text,
	`sheet_id` text,
	`reason` text,
	`document_id` text,
	`key` text NOT NULL,
	`body_hash` text NOT NULL,
	`result` text NOT NULL,
	`detail` text NOT NULL,
	FOREIGN KEY (`actor_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `journal_id_unique` ON `journal` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `journal_actor_key` ON `journal` (`actor_id`,`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `journal_sheet_seq` ON `journal` (`sheet_id`,`seq`);--> statement-breakpoint
CREATE TABLE `grants` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`unit_id` text,
	`granted_at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `grants_user` ON `grants` (`user_id`);--> statement-breakpoint
CREATE INDEX `grants_unit` ON `grants` (`unit_id`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`username` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text,
	`stamp` text NOT NULL,
	`system` integer NOT NULL,
	`created_at` text NOT NULL,
	`ended_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_username_unique` ON `users` (`username`);--> statement-breakpoint
CREATE TABLE `lines` (
	`id` text PRIMARY KEY NOT NULL,
	`sheet_id` text NOT NULL,
	`indicator_id` text NOT NULL,
	`position` integer NOT NULL,
	`number` text NOT NULL,
	`in_assigned_set` integer NOT NULL,
	`in_adopted_set` integer NOT NULL,
	`office` text,
	`ended_at` text,
	FOREIGN KEY (`sheet_id`) REFERENCES `sheets`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicators`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `lines_sheet_indicator` ON `lines` (`sheet_id`,`indicator_id`);--> statement-breakpoint
CREATE INDEX `lines_indicator` ON `lines` (`indicator_id`);--> statement-breakpoint
CREATE TABLE `sheets` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`year` integer NOT NULL,
	`state` text NOT NULL,
	`due_date` text,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sheets_unit_year` ON `sheets` (`unit_id`,`year`);--> statement-breakpoint
CREATE INDEX `sheets_year` ON `sheets` (`year`);--> statement-breakpoint
CREATE TABLE `statements` (
	`id` text PRIMARY KEY NOT NULL,
	`sheet_id` text NOT NULL,
	`subject` text NOT NULL,
	`tier` text NOT NULL,
	`set_name` text,
	`count` integer NOT NULL,
	`total` integer,
	`qualifier` text,
	`note` text,
	`document_id` text NOT NULL,
	FOREIGN KEY (`sheet_id`) REFERENCES `sheets`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `statements_sheet` ON `statements` (`sheet_id`);--> statement-breakpoint
CREATE TABLE `unit_successions` (
	`predecessor_id` text NOT NULL,
	`successor_id` text NOT NULL,
	`part` text NOT NULL,
	PRIMARY KEY(`predecessor_id`, `successor_id`),
	FOREIGN KEY (`predecessor_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`successor_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `units` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`code` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`parent_id` text,
	`records_own_assigned_plan` integer NOT NULL,
	FOREIGN KEY (`parent_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `units_slug_unique` ON `units` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `units_code_valid_from` ON `units` (`code`,`valid_from`);--> statement-breakpoint
CREATE INDEX `units_parent` ON `units` (`parent_id`);