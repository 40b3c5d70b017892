import { defineConfig } from 'vitest/config'
import unit from '../vitest.config.mts'

/** The unit tests of one room (run.ts says which), with the same dice for every mutant. */
export default defineConfig({
  ...unit,
  test: {
    ...unit.test,
    isolate: false,
    include: [process.env.MUTATION_TESTS ?? ''],
    setupFiles: ['tests/support/no-console.ts', 'tests/mutation/same-dice.ts'],
  },
})
