/** The process that does the long work of imports, on a ledger of a test or a measurement. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { ImportMessage, ImportOrder, ImportTask } from '#app/_import/task.ts'

const worker = join(process.cwd(), 'app/_import/worker.ts')

/** Starts the process of a task on that ledger; `ended` is what it said last, null where it said nothing of its end. */
export function startTask(file: string, who: string, task: ImportTask) {
  const child = spawn(process.execPath, [worker], {
    env: { ...process.env, DATABASE_URL: `file:${file}`, NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const order: ImportOrder = { actorId: who, task }
  child.send(order)
  const heard: ImportMessage[] = []
  child.on('message', (message) => {
    // What worker.ts says.
    heard.push(message as ImportMessage)
  })
  const ended = new Promise<ImportMessage | null>((resolve) =>
    child.on('close', () => resolve(heard.findLast((message) => !('progress' in message)) ?? null)),
  )
  return { child, heard, ended }
}

/** The answer of a task that must not be refused. */
export async function taskDone<Answer>(file: string, who: string, task: ImportTask): Promise<Answer> {
  const message = await startTask(file, who, task).ended
  if (!message || !('done' in message)) throw new Error(`Not done: ${JSON.stringify(message)}`)
  // The caller knows what this task answers.
  return message.done as Answer
}
