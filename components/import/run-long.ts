import type { ImportProgress } from '#domain/import.ts'

/** Why something was not done: a sentence for the whole where there is one, and one for each place. */
export type Refused = {
  code: string
  message?: string | undefined
  /** Of a conflict: what its command tells about it. */
  detail?: unknown
  problems?: readonly { path: string; reason: string; message?: string | undefined }[] | undefined
}

type Line = { progress: ImportProgress } | { done: unknown } | { refused: Refused }

/** Nobody answered, or not to the end. */
export const unanswered: Refused = { code: 'unanswered' }

/** What our own API answers to a refusal, whatever else may come from something in between. */
export const readRefusal = (body: unknown): Refused =>
  typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string'
    ? // The shape is that of app/_server/respond.ts.
      (body as Refused)
    : unanswered

type Request = { method: 'POST' | 'PUT' | 'DELETE'; body: unknown; onProgress?: (progress: ImportProgress) => void }

/**
 * Has the server do something that may take long. Its answer says line by line how far it is, and at last what came of
 * it; whatever is short answers at once. Null: it is done. The server goes on where nobody listens any more.
 */
export async function runLong(address: string, { method, body, onProgress }: Request): Promise<Refused | null> {
  try {
    const headers = { 'Content-Type': 'application/json' }
    const response = await fetch(address, { method, headers, body: JSON.stringify(body) })
    if (!response.ok) return readRefusal(await response.json())
    if (!response.headers.get('Content-Type')?.startsWith('application/x-ndjson')) return null
    for await (const line of linesOf(response)) {
      if ('progress' in line) onProgress?.(line.progress)
      else return 'refused' in line ? line.refused : null
    }
    return unanswered
  } catch {
    return unanswered
  }
}

async function* linesOf({ body }: Response): AsyncGenerator<Line> {
  if (!body) return
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const lines = (rest + value).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line !== '') yield JSON.parse(line)
  }
}
