import 'server-only'
import { ok, type Result, refuse } from '#domain/refusal.ts'
import { readBody } from './read-body.ts'

/** Bytes; 5.000 cells with their notes fit several times over. */
const LONGEST = 8 * 1024 * 1024

/** The fields of a JSON body. What is no JSON object has no fields, and the command's schema says which are missing. */
export async function readJson(request: Request): Promise<Result<Record<string, unknown>>> {
  const text = await readBody(request, LONGEST)
  if (text === null) return refuse('too_large')
  try {
    const body: unknown = JSON.parse(text)
    return ok(typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : {})
  } catch {
    return ok({})
  }
}
