import 'server-only'
import { getLocale } from 'next-intl/server'
import type { Locale } from '#app/_i18n/preferences.ts'
import { runTask } from '#app/_import/run-task.ts'
import type { ImportTask } from '#app/_import/task.ts'
import { getImport } from '#db/queries/find-import.ts'
import { refusalForLog } from '#db/write.ts'
import type { ImportProgress } from '#domain/import.ts'
import { type Result, refuse } from '#domain/refusal.ts'
import { admitWrite } from './action.ts'
import { log, logFault } from './log.ts'
import type { ClosedHandler } from './policies.ts'
import { refusalBody, respondRefusal } from './respond.ts'

type Steps = AsyncGenerator<ImportProgress, Result<unknown>>

/** Has a long task of one of the person's own imports begun; refused where they may not, or it is not theirs. */
export async function beginTask(handler: ClosedHandler, id: string, task: ImportTask): Promise<Result<Steps>> {
  const admitted = await admitWrite(handler)
  if (!admitted.ok) return admitted
  const { reader, actor } = admitted.value
  if (!(await getImport(reader, actor, id))) return refuse('not_found')
  return { ok: true, value: runTask(actor.id, task) }
}

const line = (said: object): Uint8Array => Buffer.from(`${JSON.stringify(said)}\n`)

/**
 * Answers with lines of JSON, one for each step, and a last one that is done or refused. What is refused before the
 * first step has its own status. The task goes on though nobody listens any more.
 */
export async function answerSteps(begun: Result<Steps>): Promise<Response> {
  if (!begun.ok) return respondRefusal(begun.error)
  // Asked for now: while the answer is written, the request is no longer there to say it.
  const locale = await getLocale()
  const steps = begun.value
  const first = await steps.next()
  if (first.done && !first.value.ok) return respondRefusal(first.value.error)
  let next: Promise<typeof first> | null = Promise.resolve(first)
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const step = await (next ?? steps.next())
        next = null
        if (!step.done) return controller.enqueue(line({ progress: step.value }))
        controller.enqueue(
          line(step.value.ok ? { done: step.value.value } : { refused: await said(step.value, locale) }),
        )
      } catch (error) {
        logFault(error, { event: 'import' })
        controller.enqueue(line({ refused: { code: 'fault' } }))
      }
      controller.close()
    },
  })
  const type = 'application/x-ndjson; charset=utf-8'
  return new Response(body, {
    headers: { 'Content-Type': type, 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' },
  })
}

function said({ error }: Result<unknown> & { ok: false }, locale: Locale): Promise<object> {
  log.warn({ event: 'refused', ...refusalForLog(error) })
  return refusalBody(error, locale)
}

/** Waits for the end of a task that has nothing to say meanwhile. */
export async function lastStep(begun: Result<Steps>): Promise<Result<unknown>> {
  if (!begun.ok) return begun
  for (;;) {
    const step = await begun.value.next()
    if (step.done) return step.value
  }
}
