import { crc32 } from 'node:zlib'

/** Office files of the smallest kind, made byte by byte: their content says what they are, and there is nothing else. */

/** A zip whose parts are stored as they are. `encrypted`: they claim to be. */
export function zip(parts: Record<string, string>, { encrypted = false } = {}): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    // What is encrypted has twelve bytes before it.
    const body = Buffer.from((encrypted ? ' '.repeat(12) : '') + content)
    // Flags; stored; no time; sum, sizes, length of the name.
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(encrypted ? 1 : 0, 2)
    head.writeUInt32LE(crc32(body), 10)
    head.writeUInt32LE(body.length, 14)
    head.writeUInt32LE(Buffer.byteLength(content), 18)
    head.writeUInt16LE(name.length, 22)
    const one = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), body])
    const more = Buffer.alloc(14)
    more.writeUInt32LE(offset, 10)
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), head, more, Buffer.from(name)]))
    local.push(one)
    offset += one.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(central.length, 4)
  end.writeUInt16LE(central.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06'), end])
}

/** What the parts of an Office file of today are called. */
export const office = (...parts: string[]): Buffer =>
  zip(Object.fromEntries(['[Content_Types].xml', ...parts].map((name) => [name, '<x/>'])))

/** An OLE file ([MS-CFB]) of one sector for its table and as many for its directory as the streams need. */
export function ole(...streams: string[]): Buffer {
  const names = ['Root Entry', ...streams]
  const sectors = Math.ceil(names.length / 4)
  const bytes = Buffer.alloc(512 * (2 + sectors), 0)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes)
  bytes.writeUInt16LE(9, 0x1e)
  bytes.writeUInt32LE(1, 0x30)
  bytes.writeUInt32LE(0xff_ff_ff_fe, 0x44)
  bytes.fill(0xff, 0x4c, 512)
  bytes.writeUInt32LE(0, 0x4c)
  bytes.fill(0xff, 512, 1024)
  for (let sector = 1; sector <= sectors; sector += 1) {
    bytes.writeUInt32LE(sector === sectors ? 0xff_ff_ff_fe : sector + 1, 512 + 4 * sector)
  }
  names.forEach((name, index) => {
    const at = 1024 + 128 * index
    bytes.write(name, at, 'utf16le')
    bytes.writeUInt16LE(2 * (name.length + 1), at + 64)
    bytes.fill(0xff, at + 68, at + 80)
    // Each is to the right of the one before, the first below the root.
    if (index === 0 && names.length > 1) bytes.writeUInt32LE(1, at + 76)
    else if (index > 0 && index < names.length - 1) bytes.writeUInt32LE(index + 1, at + 72)
  })
  return bytes
}
