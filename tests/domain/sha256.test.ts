import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from '#domain/sha256.ts'

const sumOf = (pieces: readonly Uint8Array[]): string => {
  const sum = sha256()
  for (const piece of pieces) sum.update(piece)
  return sum.digest()
}

test('what the standard gives as examples', () => {
  expect(sumOf([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(sumOf([new TextEncoder().encode('abc')])).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  )
})

test('the same as Node has it, in whatever pieces the bytes come', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 8 }), (pieces) => {
      expect(sumOf(pieces)).toBe(createHash('sha256').update(Buffer.concat(pieces)).digest('hex'))
    }),
  )
})

test('every length around the end of a block', () => {
  for (let length = 50; length < 200; length++) {
    const bytes = Uint8Array.from({ length }, (_, index) => index)
    expect(sumOf([bytes])).toBe(createHash('sha256').update(bytes).digest('hex'))
  }
})
