import { open, readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { type Entry, openPromise } from 'yauzl'
import {
  type FileType,
  type ForeignType,
  headLength,
  knownByHead,
  knownByParts,
  knownByStreams,
} from '#domain/file-type.ts'
import { namesBelowRoot } from './ole-streams.ts'

/** A document with every picture of a long report has fewer. */
const MOST_PARTS = 10_000

/** What a file is by its content. Nothing of it is inflated but the one word in which OpenDocument says its type. */
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
    let mimetype: string | null = null
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) return 'encrypted'
      if (saysType(entry)) mimetype = await text(await zip.openReadStreamPromise(entry))
      if (names.add(entry.fileName).size > MOST_PARTS) return 'zip'
    }
    return knownByParts(names, mimetype)
  } catch {
    // yauzl says in words alone what is wrong with a file.
    return 'damaged'
  } finally {
    zip.close()
  }
}

const saysType = ({ fileName, compressionMethod, uncompressedSize }: Entry) =>
  fileName === 'mimetype' && compressionMethod === 0 && uncompressedSize <= 200
