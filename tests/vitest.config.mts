import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  // The marker of server code throws outside of Next; this is what it is on Next's server: empty.
  resolve: {
    alias: { 'server-only': fileURLToPath(new URL('../node_modules/server-only/empty.js', import.meta.url)) },
  },
  test: {
    include: ['tests/{app,db,domain,house}/**/*.test.ts'],
    setupFiles: ['tests/support/no-console.ts'],
    // Processes, not threads: better-sqlite3 is native code.
    pool: 'forks',
    // Of two cores vitest would use one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Far beyond what is needed: a busy machine is no failure, only a thing that never comes is.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
