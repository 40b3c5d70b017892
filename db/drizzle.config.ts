import { defineConfig } from 'drizzle-kit'

/** `node app/_cli/launch.mjs drizzle-kit generate --config db/drizzle.config.ts` writes the next migration. */
export default defineConfig({ dialect: 'sqlite', schema: './db/schema/*.ts', out: './drizzle' })
