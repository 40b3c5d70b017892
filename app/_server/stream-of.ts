import 'server-only'
import { setImmediate } from 'node:timers/promises'

/**
 * What a generator gives, as the body of an answer. It is asked for the next part when there is room, so that a slow
 * reader slows the queries down; before each the server turns to everybody else, or a reader that takes all at once would
 * keep it to itself. A reader that goes away, or a HEAD, ends the generator.
 */
export const streamOf = (chunks: AsyncGenerator<string | Uint8Array, void>): ReadableStream<Uint8Array> =>
  new ReadableStream(
    {
      async pull(controller) {
        await setImmediate()
        const { done, value } = await chunks.next()
        if (done) controller.close()
        else controller.enqueue(typeof value === 'string' ? Buffer.from(value) : value)
      },
      async cancel() {
        await chunks.return()
      },
    },
    { highWaterMark: 0 },
  )
