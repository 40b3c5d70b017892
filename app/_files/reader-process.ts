import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, type Result, refuse } from '#domain/refusal.ts'
import { processLimits } from './limits.ts'
import type { ReaderMessage, ReaderTask } from './reader.ts'

/** Every command starts in the project's folder. A build bundles this file, so that it cannot go by its own place. */
const root = process.cwd()
const program = join(root, 'app', '_files', 'reader-child.ts')

/**
 * How it is started: with so much memory, and with its program alone to read. Not the ledger, not the secret beside it;
 * and it may write nothing and start nothing.
 */
export const readerFlags = (): string[] => [
  `--max-old-space-size=${processLimits.heap}`,
  '--permission',
  ...['app/_files', 'domain', 'node_modules', 'package.json'].map((path) => `--allow-fs-read=${join(root, path)}`),
]

/** Sets the limit and becomes the command that follows. Windows has none. */
const limitProcessor = (): string[] =>
  process.platform === 'win32'
    ? []
    : ['/bin/sh', '-c', `ulimit -S -t ${processLimits.processor} && exec "$@"`, 'reader']

let running = 0

const refuseFile = (reason: string, values: Record<string, number> = {}) =>
  refuse('invalid', { problems: [{ path: 'file', reason, values }] })

type End = 'answered' | 'too_slow' | 'aborted' | 'reader_stopped'

/** Runs the child on an open file until it has ended, however that was. */
async function runChild(
  file: number,
  task: ReaderTask,
  hear: (message: ReaderMessage) => void,
  signal?: AbortSignal,
): Promise<End> {
  let end: End = 'reader_stopped'
  const command = [process.execPath, ...readerFlags(), program, JSON.stringify(task)]
  const [first = '', ...others] = [...limitProcessor(), ...command]
  const child = spawn(first, others, {
    cwd: root,
    env: { NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc', file],
  })
  const kill = (reason: End) => {
    end = reason
    child.kill('SIGKILL')
  }
  const abort = () => kill('aborted')
  const timer = setTimeout(() => kill('too_slow'), processLimits.time)
  signal?.addEventListener('abort', abort)
  // It may have been while the file was opened, and is not told again.
  if (signal?.aborted) abort()
  child.on('message', (message) => {
    // Our own program at the other end of the channel.
    const said = message as ReaderMessage
    if (!('rows' in said)) end = 'answered'
    hear(said)
  })
  try {
    const [, killedBy] = await once(child, 'close')
    return killedBy === 'SIGXCPU' ? 'too_slow' : end
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}

async function askOpen(file: number, task: ReaderTask, hear: (message: ReaderMessage) => void, signal?: AbortSignal) {
  let last: ReaderMessage | undefined
  const listen = (message: ReaderMessage) => {
    last = message
    hear(message)
  }
  const end = await runChild(file, task, listen, signal)
  signal?.throwIfAborted()
  if (end === 'too_slow') return refuseFile(end, { seconds: processLimits.processor })
  if (end !== 'answered' || last === undefined) return refuseFile('reader_stopped')
  if ('fault' in last) throw new Error(`The reader of files failed: ${last.fault}`)
  return 'refused' in last ? refuse('invalid', { problems: [last.refused] }) : ok(null)
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
  try {
    const file = await open(path)
    try {
      return await askOpen(file.fd, task, hear, signal)
    } finally {
      await file.close()
    }
  } finally {
    running--
  }
}
