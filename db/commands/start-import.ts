import { and, desc, eq, inArray } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import { type StartImportInput, startImportInput } from '#domain/inputs/import.ts'
import { ok } from '#domain/refusal.ts'
import type { Command, Found } from '../command.ts'
import { imports } from '../schema/imports.ts'
import { build, statement } from '../statement.ts'
import { findProduct } from './places.ts'

export type ImportOutput = { id: string }

/** `discarded`: ids of the imports that had to make room. */
export type StartImportOutput = ImportOutput & { discarded: string[] }

/** Open imports of one person: each keeps a preview on the disk, and few remember to give one up. */
const MOST_OPEN = 20

/**
 * Takes note of a file that somebody handed in to be imported; the file itself is in the store already. Where the person
 * has as many open imports as there may be, the oldest is discarded.
 */
export const startImport: Command<StartImportInput, StartImportOutput, Found> = {
  name: 'start_import',
  action: 'import_figures',
  input: startImportInput,
  find: findProduct,

  async plan({ reader, actor, at }, { fileName, sha256, size }) {
    const id = nanoid()
    const mine = await reader
      .select({ id: imports.id })
      .from(imports)
      .where(and(eq(imports.userId, actor.id), eq(imports.state, 'open')))
      .orderBy(desc(imports.at), desc(imports.id))
    const discarded = mine.slice(MOST_OPEN - 1).map((one) => one.id)
    const row = { id, userId: actor.id, fileName, sha256, size, at, choices: {}, state: 'open' as const }
    return ok({
      statements: [
        statement(build.insert(imports).values(row)),
        ...(discarded.length === 0
          ? []
          : [statement(build.update(imports).set({ state: 'discarded' }).where(inArray(imports.id, discarded)))]),
      ],
      output: { id, discarded },
      journal: { detail: { import: id, fileName, sha256, size, ...(discarded.length === 0 ? {} : { discarded }) } },
    })
  },
}
