import { encode } from 'next-auth/jwt'
import { describe, expect, test } from 'vitest'
import { cookieReader } from '#app/_server/session-cookie.ts'
import { keepNewest } from '#domain/keep-newest.ts'

const secret = 'a secret of these tests'
const cookie = (sessionId: string, by = secret) => encode({ token: { sessionId }, secret: by })

/** A reader of cookies that counts what it decrypts. */
function reader(most: number) {
  const counted = { decrypted: 0, read: cookieReader(secretOf, most) }
  function secretOf() {
    counted.decrypted += 1
    return secret
  }
  return counted
}

describe('the session that a cookie names', () => {
  test('is decrypted once', async () => {
    const cookies = reader(2)
    const one = await cookie('one')
    expect([await cookies.read(one), await cookies.read(one)]).toEqual(['one', 'one'])
    expect(cookies.decrypted).toBe(1)
  })
  test('is forgotten when so many others came since', async () => {
    const cookies = reader(2)
    const [one, two, three] = await Promise.all(['one', 'two', 'three'].map((id) => cookie(id)))
    for (const token of [one, two, one, three]) await cookies.read(token ?? '')
    expect(cookies.decrypted).toBe(3)
    expect(await cookies.read(one ?? '')).toBe('one')
    expect(cookies.decrypted).toBe(3)
    expect(await cookies.read(two ?? '')).toBe('two')
    expect(cookies.decrypted).toBe(4)
  })
  test('is none where it cannot be decrypted, and nothing is kept of it', async () => {
    const cookies = reader(1)
    const one = await cookie('one')
    await cookies.read(one)
    const others = [await cookie('two', 'another secret'), `${one}x`, 'x', await encode({ token: {}, secret })]
    for (const other of [...others, ...others]) expect(await cookies.read(other)).toBeNull()
    expect(cookies.decrypted).toBe(1 + 2 * others.length)
    expect(await cookies.read(one)).toBe('one')
    expect(cookies.decrypted).toBe(1 + 2 * others.length)
  })
})

test('of answers the newest are kept, and those that were asked for again', () => {
  const kept = new Map<string, number>()
  for (const key of ['a', 'b', 'a', 'c']) expect(keepNewest(kept, 2, key, kept.get(key) ?? kept.size)).toBeLessThan(3)
  expect([...kept.keys()]).toEqual(['a', 'c'])
})
