import { eq } from 'drizzle-orm'
import { type DiscardImportInput, discardImportInput } from '#domain/inputs/import.ts'
import { ok, refuse } from '#domain/refusal.ts'
import type { Command } from '../command.ts'
import { imports } from '../schema/imports.ts'
import { build, statement } from '../statement.ts'
import { findImportPlace, type ImportPlace } from './import-place.ts'

export type DiscardImportOutput = { id: string; sha256: string }

/** Gives an open import up: nothing was written, and nothing will be. */
export const discardImport: Command<DiscardImportInput, DiscardImportOutput, ImportPlace> = {
  name: 'discard_import',
  action: 'import_figures',
  input: discardImportInput,
  find: findImportPlace,

  async plan({ place: { found } }) {
    const { id, state, fileName, sha256 } = found
    if (state !== 'open') return refuse('closed', { reason: `import_${state}` })
    return ok({
      statements: [statement(build.update(imports).set({ state: 'discarded' }).where(eq(imports.id, id)))],
      output: { id, sha256 },
      journal: { detail: { import: id, fileName } },
    })
  },
}
