import { eq } from 'drizzle-orm'
import { type ChooseImportInput, chooseImportInput } from '#domain/inputs/import.ts'
import { ok, refuse } from '#domain/refusal.ts'
import type { Command } from '../command.ts'
import { imports } from '../schema/imports.ts'
import { build, statement } from '../statement.ts'
import { findImportPlace, type ImportPlace } from './import-place.ts'
import type { ImportOutput } from './start-import.ts'

/**
 * Says how an open import is to be read. The choices that are sent are all of them. No guard is needed, here or in the
 * commands beside it: the ledger lets an import only go forward (the trigger `imports_go_forward`).
 */
export const chooseImport: Command<ChooseImportInput, ImportOutput, ImportPlace> = {
  name: 'choose_import',
  action: 'import_figures',
  input: chooseImportInput,
  find: findImportPlace,

  async plan({ place: { found } }, { choices }) {
    const { id, state } = found
    if (state !== 'open') return refuse('closed', { reason: `import_${state}` })
    return ok({
      statements: [statement(build.update(imports).set({ choices }).where(eq(imports.id, id)))],
      output: { id },
      journal: { detail: { import: id, choices } },
    })
  },
}
