import 'server-only'
import { ok, type Result, refuse } from '#domain/refusal.ts'

/** Bytes; 5.000 cells with their notes fit several times over. */
const LONGEST = 8 * 1024 * 1024

/**
 * The fields of a JSON body. It is not read past its limit: a route handler has none of its own. What is no JSON object
 * has no fields, and the command's schema says which are missing.
 */
export async function readJson(request: Request): Promise<Result<Record<string, unknown>>> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength
    if (length > LONGEST) return refuse('too_large')
    chunks.push(chunk)
  }
  try {
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'))
    return ok(typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : {})
  } catch {
    return ok({})
  }
}
