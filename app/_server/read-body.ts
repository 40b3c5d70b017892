import 'server-only'

/** The body of a request as text; null where it is longer than `longest` bytes: a route handler has no limit itself. */
export async function readBody(request: Request, longest: number): Promise<string | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength
    if (length > longest) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
