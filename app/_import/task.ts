import { commitImport } from '#db/commands/commit-import.ts'
import { undoImport } from '#db/commands/undo-import.ts'
import type { Engine } from '#db/engine.ts'
import { findActor } from '#db/queries/find-actor.ts'
import { getImport } from '#db/queries/find-import.ts'
import { parseInput, write } from '#db/write.ts'
import type { ImportProgress } from '#domain/import.ts'
import { commitImportInput, undoImportInput } from '#domain/inputs/import.ts'
import type { Actor } from '#domain/permissions.ts'
import { ok, type Refusal, type Result, refuse } from '#domain/refusal.ts'
import { forgetRecords } from './kept-preview.ts'
import { makePreview } from './preview.ts'
import { readChosenTable } from './read-import.ts'

/** The long work of imports, done by a process of its own for the server, and by the command line itself. */
export type ImportTask =
  | { do: 'preview'; import: string }
  | { do: 'commit'; import: string; input: Record<string, unknown> }
  | { do: 'undo'; import: string; input: Record<string, unknown> }

/** What that process is told, once. */
export type ImportOrder = { actorId: string; task: ImportTask }

/** What that process says: how it goes on, and in the end what came of it. */
export type ImportMessage = { progress: ImportProgress } | { done: unknown } | { refused: Refusal } | { fault: string }

/** The task with its input as the command reads it; what is not well formed is refused before a process is started. */
export function checkTask(task: ImportTask): Result<ImportTask> {
  if (task.do === 'preview') return ok(task)
  const schema = task.do === 'commit' ? commitImportInput : undoImportInput
  const parsed = parseInput<Record<string, unknown>>(schema, { ...task.input, import: task.import })
  return parsed.ok ? ok({ ...task, input: parsed.value }) : parsed
}

/** Does the work as somebody who may have lost their rights since it was asked for. */
export async function doTask(
  engine: Engine,
  actorId: string,
  task: ImportTask,
  onProgress: (progress: ImportProgress) => void,
): Promise<Result<unknown>> {
  const actor = await findActor(engine.reader, actorId)
  if (!actor) return refuse('unauthenticated')
  if (task.do === 'preview') return makePreview(engine.reader, actor, task.import, onProgress)
  const input = { ...task.input, import: task.import }
  return task.do === 'undo' ? write(engine, undoImport, actor, input) : commit(engine, actor, input, onProgress)
}

async function commit(
  engine: Engine,
  actor: Actor,
  input: { import: string },
  onProgress: (progress: ImportProgress) => void,
): Promise<Result<unknown>> {
  const found = await getImport(engine.reader, actor, input.import)
  if (!found) return refuse('not_found')
  const readTable = (choices: typeof found.choices) => readChosenTable(found.sha256, choices)
  const committed = await write(engine, commitImport(readTable, onProgress), actor, input)
  if (committed.ok) await forgetRecords(input.import)
  return committed
}
