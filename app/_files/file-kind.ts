import { Unreadable } from './unreadable.ts'

const startsWith = (bytes: Buffer, ...start: number[]) => start.every((byte, at) => bytes[at] === byte)
const contains = (bytes: Buffer, name: string) => bytes.includes(Buffer.from(name, 'utf16le'))

/** A container of old office files, and of new ones behind a password; its directory has names in UTF-16. */
function refuseCompound(bytes: Buffer): never {
  if (contains(bytes, 'EncryptedPackage')) throw Unreadable.file('encrypted')
  const workbook = contains(bytes, 'Workbook') || contains(bytes, 'Book')
  throw Unreadable.file('not_a_table', { what: workbook ? 'xls' : 'office' })
}

/** Images and archives, by how they begin. */
const others: [what: string, ...start: number[]][] = [
  ['pdf', 0x25, 0x50, 0x44, 0x46],
  ['image', 0xff, 0xd8, 0xff],
  ['image', 0x89, 0x50, 0x4e, 0x47],
  ['image', 0x47, 0x49, 0x46, 0x38],
  ['image', 0x49, 0x49, 0x2a, 0],
  ['image', 0x4d, 0x4d, 0, 0x2a],
  ['archive', 0x1f, 0x8b],
  ['archive', 0x52, 0x61, 0x72, 0x21],
  ['archive', 0x37, 0x7a, 0xbc, 0xaf],
]

/**
 * What a file is by its content; its name says nothing. Many systems name a page of HTML `.xls`.
 * Refused: what is no table in a form that can be read, by what it is.
 */
export function kindOfFile(bytes: Buffer): 'text' | 'zip' {
  if (startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0x50, 0x4b, 5, 6)) return 'zip'
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) refuseCompound(bytes)
  const other = others.find(([, ...start]) => startsWith(bytes, ...start))
  if (other) throw Unreadable.file('not_a_table', { what: other[0] })
  const beginning = bytes.toString('latin1', 0, 200).replaceAll('\0', '')
  if (/^[^\w"<]{0,4}\s*<(!doctype|html|head|meta|style|table|\?xml)/i.test(beginning)) {
    throw Unreadable.file('not_a_table', { what: 'markup' })
  }
  return 'text'
}
