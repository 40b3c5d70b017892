/**
 * SHA-256 (FIPS 180-4) of bytes that come piece by piece. For the browser: its own `crypto.subtle` wants a file whole in
 * memory, and is not there at all where an office serves its pages without https.
 */

/** The first 32 bits of the fractional part of a root of each of the first primes. */
const constants = (count: number, root: (prime: number) => number): Uint32Array => {
  const primes: number[] = []
  for (let next = 2; primes.length < count; next++) if (primes.every((prime) => next % prime !== 0)) primes.push(next)
  return Uint32Array.from(primes, (prime) => (root(prime) % 1) * 2 ** 32)
}
const rounds = constants(64, Math.cbrt)
const start = constants(8, Math.sqrt)

const BLOCK = 64

/** `update` takes pieces of any length, in order; `digest`, once, gives the sum in hexadecimal digits. */
export function sha256(): { update(piece: Uint8Array): void; digest(): string } {
  const state = start.slice()
  const words = new Uint32Array(BLOCK)
  const rest = new Uint8Array(BLOCK)
  let length = 0

  function compress(bytes: Uint8Array, at: number): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset + at, BLOCK)
    const word = (index: number) => words[index] ?? 0
    for (let index = 0; index < 16; index++) words[index] = view.getUint32(index * 4)
    for (let index = 16; index < BLOCK; index++) {
      const [far, near] = [word(index - 15), word(index - 2)]
      const first = turn(far, 7) ^ turn(far, 18) ^ (far >>> 3)
      const second = turn(near, 17) ^ turn(near, 19) ^ (near >>> 10)
      words[index] = word(index - 16) + first + word(index - 7) + second
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
    for (let index = 0; index < BLOCK; index++) {
      const choice = (e & f) ^ (~e & g)
      const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + (rounds[index] ?? 0) + word(index)) | 0
      const majority = (a & b) ^ (a & c) ^ (b & c)
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority) | 0
      h = g
      g = f
      f = e
      e = (d + one) | 0
      d = c
      c = b
      b = a
      a = (one + two) | 0
    }
    for (const [index, value] of [a, b, c, d, e, f, g, h].entries()) state[index] = (state[index] ?? 0) + value
  }

  return {
    update(piece) {
      let at = 0
      const held = length % BLOCK
      length += piece.byteLength
      if (held > 0) {
        at = Math.min(BLOCK - held, piece.byteLength)
        rest.set(piece.subarray(0, at), held)
        if (held + at < BLOCK) return
        compress(rest, 0)
      }
      for (; at + BLOCK <= piece.byteLength; at += BLOCK) compress(piece, at)
      rest.set(piece.subarray(at))
    },
    digest() {
      const bits = length * 8
      const held = length % BLOCK
      const end = new Uint8Array(held < BLOCK - 8 ? BLOCK : 2 * BLOCK)
      end.set(rest.subarray(0, held))
      end[held] = 0x80
      const view = new DataView(end.buffer)
      view.setUint32(end.length - 8, bits / 2 ** 32)
      view.setUint32(end.length - 4, bits)
      for (let at = 0; at < end.length; at += BLOCK) compress(end, at)
      return Array.from(state, (value) => value.toString(16).padStart(8, '0')).join('')
    },
  }
}

/** The bits of a word, turned to the right. */
const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by))
