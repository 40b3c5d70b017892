import { nanoid } from 'nanoid'
import { type StartImportInput, startImportInput } from '#domain/inputs/import.ts'
import { ok } from '#domain/refusal.ts'
import type { Command, Found } from '../command.ts'
import { imports } from '../schema/imports.ts'
import { build, statement } from '../statement.ts'
import { findProduct } from './places.ts'

export type ImportOutput = { id: string }

/** Takes note of a file that somebody handed in to be imported; the file itself is in the store already. */
export const startImport: Command<StartImportInput, ImportOutput, Found> = {
  name: 'start_import',
  action: 'import_figures',
  input: startImportInput,
  find: findProduct,

  async plan({ actor, at }, { fileName, sha256, size }) {
    const id = nanoid()
    const row = { id, userId: actor.id, fileName, sha256, size, at, choices: {}, state: 'open' as const }
    return ok({
      statements: [statement(build.insert(imports).values(row))],
      output: { id },
      journal: { detail: { import: id, fileName, sha256, size } },
    })
  },
}
