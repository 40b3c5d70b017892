import { isReady } from '#app/_server/ledger.ts'

/** The ledger can be read. Public: it says nothing else. */
export async function GET(): Promise<Response> {
  const ready = await isReady()
  return new Response(ready ? 'ready\n' : 'not ready\n', { status: ready ? 200 : 503 })
}
