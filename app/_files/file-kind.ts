import { type FileType, type ForeignType, headLength, knownByHead } from '#domain/file-type.ts'
import { Unreadable } from './unreadable.ts'

const startsWith = (bytes: Buffer, ...start: number[]) => start.every((byte, at) => bytes[at] === byte)
const contains = (bytes: Buffer, name: string) => bytes.includes(Buffer.from(name, 'utf16le'))

/** A container of old office files, and of new ones behind a password; its directory has names in UTF-16. */
function refuseCompound(bytes: Buffer): never {
  if (contains(bytes, 'EncryptedPackage')) throw Unreadable.file('encrypted')
  const workbook = contains(bytes, 'Workbook') || contains(bytes, 'Book')
  throw Unreadable.file('not_a_table', { what: workbook ? 'xls' : 'office' })
}

/** What certainly is no table. A text may begin as a program does, and whether it is one is told below. */
const others: Partial<Record<FileType | ForeignType, string>> = {
  pdf: 'pdf',
  png: 'image',
  jpeg: 'image',
  webp: 'image',
  tiff: 'image',
  gif: 'image',
  heic: 'image',
  archive: 'archive',
}

/**
 * What a file is by its content; its name says nothing. Many systems name a page of HTML `.xls`.
 * Refused: what is no table in a form that can be read, by what it is.
 */
export function kindOfFile(bytes: Buffer): 'text' | 'zip' {
  // The end of an archive: it has nothing in it.
  if (startsWith(bytes, 0x50, 0x4b, 5, 6)) return 'zip'
  const known = knownByHead(bytes.subarray(0, headLength))
  if ('container' in known) return known.container === 'zip' ? 'zip' : refuseCompound(bytes)
  const what = others['accepted' in known ? known.accepted : known.foreign]
  if (what !== undefined) throw Unreadable.file('not_a_table', { what })
  const beginning = bytes.toString('latin1', 0, 200).replaceAll('\0', '')
  if (/^[^\w"<]{0,4}\s*<(!doctype|html|head|meta|style|table|\?xml)/i.test(beginning)) {
    throw Unreadable.file('not_a_table', { what: 'markup' })
  }
  return 'text'
}
