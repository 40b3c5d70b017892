import { open, readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import {
  type FileType,
  type ForeignType,
  headLength,
  knownByHead,
  knownByParts,
  knownByStreams,
  type ZipWords,
} from '#domain/file-type.ts'
import { namesBelowRoot } from './ole-streams.ts'

/** A document with every picture of a long report has fewer. */
export const MOST_PARTS = 10_000

/** The parts in which a zip says what it is, and how many bytes each may have. */
const words = new Map<string, { is: keyof ZipWords; longest: number }>([
  ['mimetype', { is: 'mimetype', longest: 200 }],
  ['[content_types].xml', { is: 'contentTypes', longest: 4 * 2 ** 20 }],
])

/** What a file is by its content. Nothing of it is inflated but the words in which an office file says its type. */
export async function contentType(path: string): Promise<FileType | ForeignType> {
  const known = knownByHead(await readHead(path))
  if ('accepted' in known) return known.accepted
  if ('foreign' in known) return known.foreign
  return known.container === 'zip' ? zipType(path) : oleType(path)
}

async function readHead(path: string): Promise<Uint8Array> {
  await using file = await open(path)
  const { buffer, bytesRead } = await file.read(new Uint8Array(headLength), 0, headLength, 0)
  return buffer.subarray(0, bytesRead)
}

async function oleType(path: string): Promise<FileType | ForeignType> {
  try {
    return knownByStreams(namesBelowRoot(await readFile(path)))
  } catch (error) {
    if (error instanceof RangeError) return 'damaged'
    throw error
  }
}

async function zipType(path: string): Promise<FileType | ForeignType> {
  const zip = await openPromise(path, { autoClose: false }).catch(() => null)
  if (!zip) return 'damaged'
  try {
    const names = new Set<string>()
    const said: ZipWords = { mimetype: null, contentTypes: null }
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) return 'encrypted'
      const word = words.get(entry.fileName.toLowerCase())
      if (word && entry.uncompressedSize > word.longest) return 'zip'
      if (word) said[word.is] = await readWord(zip, entry)
      if (names.add(entry.fileName).size > MOST_PARTS) return 'zip'
    }
    return knownByParts(names, said)
  } catch {
    // yauzl says in words alone what is wrong with a file.
    return 'damaged'
  } finally {
    zip.close()
  }
}

/** Without the second bytes of UTF-16, in which it would say the same unread. */
async function readWord(zip: ZipFile, entry: Entry): Promise<string> {
  const bytes = await buffer(await zip.openReadStreamPromise(entry))
  return bytes.toString('utf8').replaceAll('\0', '')
}
