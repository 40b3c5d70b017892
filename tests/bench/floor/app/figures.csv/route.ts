import { csv } from '../../rows.ts'

export async function GET(): Promise<Response> {
  const chunks = csv()
  const bytes = new ReadableStream<Uint8Array>({
    pull(controller) {
      const { done, value } = chunks.next()
      if (done) controller.close()
      else controller.enqueue(Buffer.from(value))
    },
  })
  return new Response(bytes, { headers: { 'Content-Type': 'text/csv; charset=utf-8' } })
}
