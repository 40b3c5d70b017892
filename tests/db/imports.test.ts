import { expect, test } from 'vitest'
import { undoImport } from '#db/commands/undo-import.ts'
import { openDatabase } from '#db/engines/embedded.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { seedPublished } from '#db/seed/seed-published.ts'
import { granted, type Ledger, testLedger } from '#tests/support/database.ts'
import { exportedTable, imported } from '#tests/support/imports.ts'

test('smoke', async () => {
  const database = openDatabase(':memory:')
  migrateDatabase(database)
  const ledger = await testLedger(database)
  await seedPublished(ledger.engine)
  const actor = await import('#db/system-actor.ts').then((m) => m.ensureSystemActor(ledger.engine, 'operator'))
  const table = await exportedTable(ledger.engine, actor, 'data')
  const { previewed } = await import('#tests/support/imports.ts')
  const diff = await previewed({ engine: ledger.engine, actor, table })
  console.log(JSON.stringify(diff.summary), diff.groups.filter((g) => g[0]?.outcome !== 'unchanged').map((g) => g.slice(0, 3)))
  expect(diff.summary.counts.error).toBe(0)
})
