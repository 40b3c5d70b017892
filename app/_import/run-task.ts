import { type ChildProcess, spawn } from 'node:child_process'
import { on } from 'node:events'
import { join } from 'node:path'
import type { ImportProgress } from '#domain/import.ts'
import { ok, type Result, refuse } from '#domain/refusal.ts'
import { checkTask, type ImportMessage, type ImportOrder, type ImportTask } from './task.ts'

/** Every command starts in the project's folder. A build bundles this file, so that it cannot go by its own place. */
const program = join(process.cwd(), 'app', '_import', 'worker.ts')

/** Megabytes of its heap: 200.000 rows of sixteen figures need about half of it. */
const HEAP = 2048
/** At once in one server: more would take the processors from those who only read. */
const AT_ONCE = 2

const alive = new Set<ChildProcess>()

/**
 * Has a task done by a process of its own: says how it goes on, and returns what came of it. It goes on though nobody
 * listens any more. Refused: `busy` where too many run, `invalid` where its input is not well formed. Throws where the
 * process fails.
 */
export async function* runTask(actorId: string, task: ImportTask): AsyncGenerator<ImportProgress, Result<unknown>> {
  const checked = checkTask(task)
  if (!checked.ok) return checked
  if (alive.size >= AT_ONCE) return refuse('busy')
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${HEAP}`, program],
    // What the server says of itself is its own; the child needs to know which ledger it is about.
    { cwd: process.cwd(), env: { ...process.env, NODE_OPTIONS: '' }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  )
  // One that could not be started has no id, and never closes.
  if (child.pid !== undefined) {
    alive.add(child)
    child.once('close', () => alive.delete(child))
  }
  const order: ImportOrder = { actorId, task: checked.value }
  const messages = on(child, 'message', { close: ['disconnect', 'close'] })
  // On its channel: arguments may not be as long as what somebody sends. Where that fails, the process ends unheard.
  child.send(order, () => undefined)
  for await (const [said] of messages) {
    // Our own program at the other end of the channel.
    const message = said as ImportMessage
    if ('progress' in message) yield message.progress
    if ('done' in message) return ok(message.done)
    if ('refused' in message) return { ok: false, error: message.refused }
    if ('fault' in message) throw new Error(`The import failed: ${message.fault}`)
  }
  throw new Error(`The process of an import ended with ${child.signalCode ?? child.exitCode}.`)
}
