import { crc32 } from 'node:zlib'

/** Of ZIP, in its own words (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16); nothing is compressed. */
const header = (signature: number, size: number, fields: (header: Buffer) => void): Buffer => {
  const bytes = Buffer.alloc(size)
  bytes.writeUInt32LE(signature)
  fields(bytes)
  return bytes
}

/**
 * An archive of these parts and nothing else. The reader of workbooks walks through an archive by other marks than the
 * ones that were checked, and believes the sizes that it finds there; so it is given one in which they can only agree.
 */
export function storeArchive(parts: ReadonlyMap<string, Buffer>): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, part] of parts) {
    const path = Buffer.from(name)
    const start = offset
    /** From "version needed" to "extra field length", the same in both headers. */
    const describe = (bytes: Buffer, at: number) => {
      bytes.writeUInt16LE(20, at)
      bytes.writeUInt32LE(crc32(part), at + 10)
      bytes.writeUInt32LE(part.length, at + 14)
      bytes.writeUInt32LE(part.length, at + 18)
      bytes.writeUInt16LE(path.length, at + 22)
    }
    const before = header(0x04034b50, 30, (bytes) => describe(bytes, 4))
    local.push(before, path, part)
    offset += before.length + path.length + part.length
    const entry = header(0x02014b50, 46, (bytes) => {
      describe(bytes, 6)
      bytes.writeUInt32LE(start, 42)
    })
    central.push(entry, path)
  }
  const directory = Buffer.concat(central)
  const end = header(0x06054b50, 22, (bytes) => {
    bytes.writeUInt16LE(parts.size, 8)
    bytes.writeUInt16LE(parts.size, 10)
    bytes.writeUInt32LE(directory.length, 12)
    bytes.writeUInt32LE(offset, 16)
  })
  return Buffer.concat([...local, directory, end])
}
