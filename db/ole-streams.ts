/** The file format of the older Office: a file system in a file, [MS-CFB]. Only the names below its root are read. */

/** Numbers from here on are no sectors and no entries. */
const NONE = 0xff_ff_ff_fa
const ENTRY = 128

/** The names of the streams and storages below the root. Throws where the file does not hold together. */
export function namesBelowRoot(bytes: Buffer): Set<string> {
  const shift = bytes.readUInt16LE(0x1e)
  if (shift !== 9 && shift !== 12) throw new RangeError('no such sectors')
  const size = 1 << shift
  const perSector = size / 4
  const at = (sector: number) => (sector + 1) * size
  const numbers = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => bytes.readUInt32LE(from + 4 * index))

  /** Follows a chain; one that comes back to itself is cut. */
  function chain(first: number, next: (sector: number) => number): number[] {
    const sectors = new Set<number>()
    for (let sector = first; sector < NONE && !sectors.has(sector); sector = next(sector)) sectors.add(sector)
    return [...sectors]
  }

  const lists = chain(bytes.readUInt32LE(0x44), (sector) => bytes.readUInt32LE(at(sector) + size - 4))
  const tables = [numbers(0x4c, 109), ...lists.map((sector) => numbers(at(sector), perSector - 1))].flat()
  const after = (sector: number) =>
    bytes.readUInt32LE(at(tables[Math.floor(sector / perSector)] ?? NONE) + 4 * (sector % perSector))
  const entries = chain(bytes.readUInt32LE(0x30), after).flatMap((sector) =>
    Array.from({ length: size / ENTRY }, (_, index) => at(sector) + ENTRY * index),
  )

  const names = new Set<string>()
  const seen = new Set<number>()
  const waiting = [bytes.readUInt32LE((entries[0] ?? NONE) + 76)]
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    const from = entries[entry]
    if (from === undefined || seen.has(entry)) continue
    seen.add(entry)
    names.add(bytes.toString('utf16le', from, from + Math.min(bytes.readUInt16LE(from + 64), 64)).replace(/\0.*$/s, ''))
    waiting.push(bytes.readUInt32LE(from + 68), bytes.readUInt32LE(from + 72))
  }
  return names
}
