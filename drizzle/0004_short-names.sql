ALTER TABLE `indicators` ADD `short_vi` text;--> statement-breakpoint
ALTER TABLE `indicators` ADD `short_en` text;