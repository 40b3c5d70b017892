import { expect, test, vi } from 'vitest'
import { streamOf } from '#app/_server/stream-of.ts'

vi.mock('server-only', () => ({}))

async function* parts(count: number, ended: () => void) {
  try {
    for (let part = 0; part < count; part += 1) yield `${part}\n`
  } finally {
    ended()
  }
}

test('text and bytes arrive as they were given', async () => {
  const mixed = (async function* () {
    yield 'một '
    yield Buffer.from('hai')
  })()
  expect(await new Response(streamOf(mixed)).text()).toBe('một hai')
})

test('a reader that takes all at once leaves room for everybody else', async () => {
  let others = 0
  const work = () => {
    others += 1
    turn = setImmediate(work)
  }
  let turn = setImmediate(work)
  await new Response(streamOf(parts(100, () => {}))).text()
  clearImmediate(turn)
  expect(others).toBeGreaterThan(50)
})

test('nothing is asked for ahead, and a reader that goes away ends it', async () => {
  const ended = vi.fn()
  const reader = streamOf(parts(100, ended)).getReader()
  await reader.read()
  await reader.cancel()
  expect(ended).toHaveBeenCalledOnce()
})
