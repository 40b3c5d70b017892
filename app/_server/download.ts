import 'server-only'
import { nanoid } from 'nanoid'
import type { HandedOut } from '#app/_export/handed-out.ts'
import type { Command, Found, Keyed } from '#db/command.ts'
import { refusalForLog, write } from '#db/write.ts'
import { type Refusal, type Result, refuse } from '#domain/refusal.ts'
import { ledger } from './ledger.ts'
import { log } from './log.ts'
import { sayRefusal } from './messages.ts'
import { respondRefusal } from './respond.ts'
import type { Session } from './session.ts'
import { streamOf } from './stream-of.ts'

type Way<Input extends Keyed, Place extends Found> = {
  /** Leaves the row in the journal, and refuses what may not be taken. */
  command: Command<Input, Record<string, never>, Place>
  /** What the address does not say itself. */
  more: Record<string, string>
  file(session: Session, asked: NoInfer<Input>, at: Date): HandedOut | Promise<HandedOut>
}

/**
 * A file that somebody takes away. It is journalled, so this GET is a write: it goes through the door for writes, and
 * nothing is left of what nobody asked for: a HEAD, a browser that fetches ahead of a click, a page of another site.
 * The row stands before the first byte goes, and what follows is streamed.
 */
export async function answerDownload<Input extends Keyed, Place extends Found>(
  request: Request,
  entered: Result<Session>,
  { command, more, file }: Way<Input, Place>,
): Promise<Response> {
  if (!entered.ok) return refused(request, entered.error)
  const session = entered.value
  if (request.method === 'HEAD') return new Response(null, { headers: { 'Cache-Control': 'no-store' } })
  const raw = { ...asked(request), ...more, key: nanoid() }
  const taken = meant(request.headers) ?? (await write(ledger(), command, session.actor, raw))
  if (!taken.ok) {
    log.warn({ event: 'refused', command: command.name, ...refusalForLog(taken.error) })
    return refused(request, taken.error)
  }
  const made = await file(session, command.input.parse(raw), new Date())
  return new Response(streamOf(made.chunks), {
    headers: {
      'Content-Type': made.type,
      'Content-Disposition': `attachment; filename="${made.name}"`,
      'Cache-Control': 'no-store',
    },
  })
}

/** What the address asks for; a GET form sends '' for what was not chosen, and a name for each box that was. */
function asked(request: Request): Record<string, unknown> {
  const given = new URLSearchParams([...new URL(request.url).searchParams].filter(([, value]) => value !== ''))
  const columns = given.getAll('columns')
  return { ...Object.fromEntries(given), ...(columns.length > 0 && { columns }) }
}

/**
 * A refusal where nobody meant this. A browser says where a request came from: from our own pages, or from nowhere, as
 * when an address was typed. Programs say nothing.
 */
function meant(headers: Headers): Result<never> | null {
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none')
    return refuse('forbidden', { reason: 'foreign_origin' })
  const ahead = headers.get('sec-purpose') ?? headers.get('purpose') ?? headers.get('x-moz') ?? ''
  return /prefetch|prerender|preview/.test(ahead) ? refuse('forbidden', { reason: 'ahead_of_time' }) : null
}

/** A sentence where somebody followed a link, since no page of ours is there to say it; else as the API answers. */
async function refused(request: Request, refusal: Refusal): Promise<Response> {
  const answer = await respondRefusal(refusal)
  if (!request.headers.get('accept')?.includes('text/html')) return answer
  const { message, fields } = await sayRefusal(refusal)
  return new Response([message, ...Object.values(fields)].join('\n'), { status: answer.status })
}
