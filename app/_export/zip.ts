import { pipeline, Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'
import { Zip, type ZipInputFile } from 'fflate'

/** Text, in parts of some length: each costs a way through streams and threads. */
type TextParts = AsyncIterable<string> | Iterable<string>
export type ZipEntry = { name: string; content: TextParts }

/**
 * A ZIP archive of texts, as they come: nothing is held but what is on its way. Node deflates, in a thread of its own;
 * fflate writes what stands around that. Each entry is read when the one before is written; less than 4 GB in all.
 */
export async function* zip(entries: Iterable<ZipEntry>): AsyncGenerator<Uint8Array, void> {
  const ready: Uint8Array[] = []
  const archive = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
  })
  for (const { name, content } of entries) {
    const file: ZipInputFile = { filename: name, size: 0, crc: 0, compression: 8 }
    archive.add(file)
    for await (const chunk of deflated(measured(content, file))) {
      file.ondata?.(null, chunk, false)
      yield* ready.splice(0)
    }
    file.ondata?.(null, new Uint8Array(), true)
  }
  archive.end()
  yield* ready
}

/** Bytes, and of all of them so far the length and checksum that stand behind an entry. */
async function* measured(content: TextParts, file: ZipInputFile): AsyncGenerator<Buffer, void> {
  for await (const part of content) {
    const bytes = Buffer.from(part)
    file.size += bytes.length
    file.crc = crc32(bytes, file.crc)
    yield bytes
  }
}

/** Ends its source when nobody reads on, and fails where that fails. */
const deflated = (source: AsyncGenerator<Buffer, void>): AsyncIterable<Buffer<ArrayBuffer>> =>
  pipeline(Readable.from(source), createDeflateRaw(), () => {
    // The reader hears of it: the stream that is read from fails.
  })
