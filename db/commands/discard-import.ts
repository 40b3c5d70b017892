import { eq } from 'drizzle-orm'
import { type DiscardImportInput, discardImportInput } from '#domain/inputs/import.ts'
import { ok, refuse } from '#domain/refusal.ts'
import type { Command } from '../command.ts'
import { guardUnchanged } from '../guard.ts'
import { imports } from '../schema/imports.ts'
import { build, statement } from '../statement.ts'
import { findImportPlace, type ImportPlace } from './import-place.ts'
import type { ImportOutput } from './start-import.ts'

/** Gives an open import up: nothing was written, and nothing will be. */
export const discardImport: Command<DiscardImportInput, ImportOutput, ImportPlace> = {
  name: 'discard_import',
  action: 'import_figures',
  input: discardImportInput,
  find: findImportPlace,

  async plan({ place: { found } }) {
    const { id, state, fileName } = found
    if (state !== 'open') return refuse('closed', { reason: `import_${state}` })
    return ok({
      statements: [
        guardUnchanged(imports, [{ id, state }]),
        statement(build.update(imports).set({ state: 'discarded' }).where(eq(imports.id, id))),
      ],
      output: { id },
      journal: { detail: { import: id, fileName } },
    })
  },
}
