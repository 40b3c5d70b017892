/** The files that a document may have, known by their content: neither a name nor a browser's word counts. */

/** What each type is to a browser, and the endings that a name of it may have, the usual one first. */
export const fileTypes = {
  pdf: { mime: 'application/pdf', endings: ['pdf'] },
  png: { mime: 'image/png', endings: ['png'] },
  jpeg: { mime: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  webp: { mime: 'image/webp', endings: ['webp'] },
  tiff: { mime: 'image/tiff', endings: ['tif', 'tiff'] },
  docx: { mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', endings: ['docx'] },
  xlsx: { mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] },
  pptx: { mime: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', endings: ['pptx'] },
  odt: { mime: 'application/vnd.oasis.opendocument.text', endings: ['odt'] },
  ods: { mime: 'application/vnd.oasis.opendocument.spreadsheet', endings: ['ods'] },
  odp: { mime: 'application/vnd.oasis.opendocument.presentation', endings: ['odp'] },
  doc: { mime: 'application/msword', endings: ['doc'] },
  xls: { mime: 'application/vnd.ms-excel', endings: ['xls'] },
  ppt: { mime: 'application/vnd.ms-powerpoint', endings: ['ppt'] },
} as const satisfies Record<string, { mime: string; endings: readonly [string, ...string[]] }>

export type FileType = keyof typeof fileTypes
// The keys of a constant object are its type's.
export const fileTypeNames = Object.keys(fileTypes) as [FileType, ...FileType[]]

/** What is told from the others so that a refusal can say what it is. `encrypted`: nobody without its password reads it. */
export type ForeignType =
  | 'html'
  | 'svg'
  | 'xml'
  | 'text'
  | 'gif'
  | 'heic'
  | 'zip'
  | 'archive'
  | 'program'
  | 'encrypted'
  | 'macros'
  | 'xlsb'
  | 'damaged'
  | 'unknown'

/** Two families share a beginning each; what they are stands further inside. */
type Container = 'zip' | 'ole'

type Signature = { at: number; bytes: readonly number[] }
const ascii = (text: string, at = 0): Signature => ({ at, bytes: [...text].map((letter) => letter.charCodeAt(0)) })
const begins = (...bytes: number[]): Signature => ({ at: 0, bytes })

type Known = { accepted: FileType } | { container: Container } | { foreign: ForeignType }
const signatures: readonly [Known, ...Signature[]][] = [
  [{ accepted: 'pdf' }, ascii('%PDF-')],
  [{ accepted: 'png' }, begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  [{ accepted: 'jpeg' }, begins(0xff, 0xd8, 0xff)],
  [{ accepted: 'webp' }, ascii('RIFF'), ascii('WEBP', 8)],
  [{ accepted: 'tiff' }, begins(0x49, 0x49, 0x2a, 0x00)],
  [{ accepted: 'tiff' }, begins(0x4d, 0x4d, 0x00, 0x2a)],
  [{ container: 'zip' }, begins(0x50, 0x4b, 0x03, 0x04)],
  [{ container: 'ole' }, begins(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
  [{ foreign: 'gif' }, ascii('GIF8')],
  [{ foreign: 'heic' }, ascii('ftyp', 4)],
  [{ foreign: 'archive' }, ascii('Rar!')],
  [{ foreign: 'archive' }, begins(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c)],
  [{ foreign: 'archive' }, begins(0x1f, 0x8b)],
  [{ foreign: 'program' }, ascii('MZ')],
  [{ foreign: 'program' }, begins(0x7f, 0x45, 0x4c, 0x46)],
  [{ foreign: 'program' }, ascii('#!')],
]

/** So many bytes from the beginning are asked for; a text says within them what it is. */
export const headLength = 4096

/** What a file is by its first bytes. */
export function knownByHead(head: Uint8Array): Known {
  const found = signatures.find(([, ...all]) =>
    all.every(({ at, bytes }) => bytes.every((byte, index) => head[at + index] === byte)),
  )
  return found?.[0] ?? { foreign: textType(head) }
}

function textType(head: Uint8Array): ForeignType {
  // As whoever opens it would: with the mark of its encoding, or as bytes.
  const encoding = head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : 'utf-8'
  const text = new TextDecoder(encoding).decode(head)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what tells bytes from text
  if (/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text)) return 'unknown'
  if (/<svg[\s>]/i.test(text)) return 'svg'
  if (/<(!doctype\s+html|html|head|body|script|iframe|meta)[\s>]/i.test(text)) return 'html'
  return /^\s*</.test(text) ? 'xml' : 'text'
}

/** What is said inside a zip of what it is: by its part `mimetype`, and by `[Content_Types].xml` (ISO/IEC 29500-2). */
export type ZipWords = { mimetype: string | null; contentTypes: string | null }

/** What a zip is by the names of its parts and by what it says. */
export function knownByParts(names: ReadonlySet<string>, { mimetype, contentTypes }: ZipWords): FileType | ForeignType {
  const has = (part: RegExp) => [...names].some((name) => part.test(name))
  // Whatever else it says that it is. The binary workbook says of itself that it may have macros.
  if (has(/^xl\/workbook\.bin$/i)) return 'xlsb'
  if (has(/vbaProject[^/]*\.bin$|^(Basic|Scripts)\/./i) || hasMacroType(contentTypes)) return 'macros'
  if (mimetype !== null) return fileTypeNames.find((type) => fileTypes[type].mime === mimetype) ?? 'zip'
  if (contentTypes === null) return 'zip'
  if (has(/^word\//)) return 'docx'
  if (has(/^xl\//)) return 'xlsx'
  return has(/^ppt\//) ? 'pptx' : 'zip'
}

/** A part of macros is one by its type, whatever its name. Office writes no type in signs by number, which would hide it. */
const hasMacroType = (contentTypes: string | null) => /macroEnabled|vbaProject|&#/i.test(contentTypes ?? '')

/** What an OLE file of the older Office is by the names of the streams below its root, in which case counts for nothing. */
export function knownByStreams(names: ReadonlySet<string>): FileType | ForeignType {
  const folded = new Set([...names].map((name) => name.toUpperCase()))
  const has = (...some: string[]) => some.some((name) => folded.has(name.toUpperCase()))
  if (has('EncryptedPackage')) return 'encrypted'
  if (has('Macros', '_VBA_PROJECT_CUR', 'VBA')) return 'macros'
  if (has('WordDocument')) return 'doc'
  if (has('Workbook', 'Book')) return 'xls'
  return has('PowerPoint Document') ? 'ppt' : 'unknown'
}

export const isFileType = (type: FileType | ForeignType): type is FileType => Object.hasOwn(fileTypes, type)
