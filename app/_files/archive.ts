import { isUtf8 } from 'node:buffer'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { limits } from './limits.ts'
import { Unreadable } from './unreadable.ts'
import { plainXml } from './xml.ts'

/** The parts of a workbook's archive by name; nothing is unpacked before it is asked for. */
export type Archive = {
  has(name: string): boolean
  /**
   * A part's XML in its plainest form (xml.ts), so that the check and the reader of workbooks find the same in it; null
   * where there is none. Refused: what is damaged, is no UTF-8, or has a DTD, with which XML can grow without end.
   */
  read(name: string): Promise<Buffer | null>
  /** Bytes that it unpacks to. */
  unpacked: number
}

/** Whatever an archive does to its reader is the archive's fault. */
async function orDamaged<T>(work: Promise<T>): Promise<T> {
  return work.catch(() => {
    throw Unreadable.file('damaged')
  })
}

async function listEntries(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) entries.push(entry)
  return entries
}

/** What the archive claims to unpack to; yauzl holds each part to its claim. */
const unpackedSize = (entries: Entry[]) => entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)

async function readPart(zip: ZipFile, entry: Entry): Promise<Buffer> {
  if (!entry.canDecodeFileData()) throw Unreadable.file('damaged')
  const stream = await zip.openReadStreamPromise(entry)
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** UTF-16 is UTF-8 only by its letters and zeros, and then what is looked for in it is not found. */
function plainPart(part: Buffer): Buffer {
  if (!isUtf8(part) || part.includes(0)) throw Unreadable.file('not_utf8')
  // Behind the declaration at the beginning most have neither.
  if (!part.includes('<!') && !part.includes('<?', 4)) return part
  // A byte a character: what is looked for is ASCII.
  const plain = Buffer.from(plainXml(part.toString('latin1')), 'latin1')
  if (plain.includes('<!DOCTYPE')) throw Unreadable.file('doctype')
  if (plain.includes('<!')) throw Unreadable.file('damaged')
  return plain
}

/** Opens a workbook's archive. Refused: what is too much of it, before anything is unpacked. */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  if (bytes.length > limits.packed) throw Unreadable.file('file_too_large', { megabytes: limits.packed / 2 ** 20 })
  const zip = await orDamaged(fromBufferPromise(bytes))
  if (zip.entryCount > limits.entries) throw Unreadable.file('too_many_parts', { maximum: limits.entries })
  const entries = await orDamaged(listEntries(zip))
  if (entries.some((entry) => entry.isEncrypted())) throw Unreadable.file('encrypted')
  const unpacked = unpackedSize(entries)
  if (unpacked > limits.unpacked) throw Unreadable.file('unpacks_too_large', { megabytes: limits.unpacked / 2 ** 20 })
  const named = new Map(entries.map((entry) => [entry.fileName, entry]))
  // Two parts of one name are read differently by every program.
  if (named.size < entries.length) throw Unreadable.file('damaged')
  return {
    unpacked,
    has: (name) => named.has(name),
    async read(name) {
      const entry = named.get(name)
      if (entry === undefined) return null
      return plainPart(await orDamaged(readPart(zip, entry)))
    },
  }
}
