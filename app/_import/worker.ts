/**
 * The process that does the long work of an import (app/_import/task.ts), so that the server answers others meanwhile.
 * It opens the ledger itself and writes through the same door. Ended at any moment, it leaves all or nothing.
 */
import { once } from 'node:events'
import { embeddedEngine, openDatabase } from '#db/engines/embedded.ts'
import { databaseFile } from '#db/env.ts'
import type { ImportProgress } from '#domain/import.ts'
import { doTask, type ImportMessage, type ImportOrder } from './task.ts'

/** Milliseconds between two words of progress. */
const OFTEN = 100

/** Answers once it has gone: a long message that is not yet out is lost with the channel. */
const say = (message: ImportMessage): Promise<void> =>
  new Promise((sent) => {
    process.send?.(message, undefined, undefined, () => sent())
  })

function reporter(): (progress: ImportProgress) => void {
  let last = { phase: '', at: 0 }
  return (progress) => {
    const now = performance.now()
    if (progress.phase === last.phase && now - last.at < OFTEN) return
    last = { phase: progress.phase, at: now }
    void say({ progress })
  }
}

// Nobody is left to hear it: the server has stopped.
process.on('disconnect', () => process.exit(1))

const [order] = await once(process, 'message')
// Our own program wrote it (run-task.ts).
const { actorId, task } = order as ImportOrder
const engine = embeddedEngine(openDatabase(databaseFile()))
try {
  const result = await doTask(engine, actorId, task, reporter())
  await say(result.ok ? { done: result.value } : { refused: result.error })
} catch (error) {
  await say({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) })
} finally {
  engine.close()
  process.removeAllListeners('disconnect')
  process.disconnect?.()
}
