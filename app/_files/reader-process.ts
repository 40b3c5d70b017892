import { spawn } from 'node:child_process'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { type Result, refuse } from '#domain/refusal.ts'
import { processLimits } from './limits.ts'
import type { ReaderMessage, ReaderTask } from './reader.ts'

/** Every command starts in the project's folder. A build bundles this file, so that it cannot go by its own place. */
const root = process.cwd()
const program = join(root, 'app', '_files', 'reader-child.ts')

/** What it may read: its program. Not the ledger, not the secret beside it, and nothing may it write, run or connect to. */
const mayRead = ['app/_files', 'domain', 'node_modules', 'package.json'].map(
  (path) => `--allow-fs-read=${join(root, path)}`,
)

let running = 0

const refuseFile = (reason: string, values: Record<string, number> = {}) =>
  refuse('invalid', { problems: [{ path: 'file', reason, values }] })

type Ended = { reason: 'answered' | 'too_slow' | 'aborted' | 'reader_stopped' }

/** Runs the child on an open file; resolves when it has ended, however that was. */
function runChild(file: number, task: ReaderTask, hear: (message: ReaderMessage) => void, signal?: AbortSignal) {
  return new Promise<Ended>((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [`--max-old-space-size=${processLimits.heap}`, '--permission', ...mayRead, program, JSON.stringify(task)],
      { cwd: root, env: { NODE_ENV: 'production' }, stdio: ['ignore', 'ignore', 'ignore', 'ipc', file] },
    )
    let end: Ended = { reason: 'reader_stopped' }
    const kill = (reason: Ended['reason']) => {
      end = { reason }
      child.kill('SIGKILL')
    }
    const timer = setTimeout(() => kill('too_slow'), processLimits.time)
    const abort = () => kill('aborted')
    signal?.addEventListener('abort', abort)
    child.on('message', (message) => {
      // Our own program at the other end of the channel.
      const said = message as ReaderMessage
      if (!('rows' in said)) end = { reason: 'answered' }
      hear(said)
    })
    child.on('error', reject)
    child.on('close', () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
      resolve(end)
    })
  })
}

/**
 * Has one task done by a process of its own and tells what it says. Refused: `busy` where too many run already, and
 * `invalid` where the file is refused, takes too long, or ends the process. Throws where the fault is ours.
 */
export async function askReader(
  path: string,
  task: ReaderTask,
  hear: (message: ReaderMessage) => void,
  signal?: AbortSignal,
): Promise<Result<null>> {
  signal?.throwIfAborted()
  if (running >= processLimits.atOnce) return refuse('busy')
  running++
  const file = await open(path)
  try {
    let last: ReaderMessage | undefined
    const listen = (message: ReaderMessage) => {
      last = message
      hear(message)
    }
    const { reason } = await runChild(file.fd, task, listen, signal)
    signal?.throwIfAborted()
    if (reason === 'too_slow') return refuseFile(reason, { seconds: processLimits.time / 1000 })
    if (reason !== 'answered' || last === undefined) return refuseFile('reader_stopped')
    if ('fault' in last) throw new Error(`The reader of files failed: ${last.fault}`)
    return 'refused' in last ? refuse('invalid', { problems: [last.refused] }) : { ok: true, value: null }
  } finally {
    running--
    await file.close()
  }
}
