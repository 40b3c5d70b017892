import { type FileType, fileTypes } from './file-type.ts'
import { searchKey } from './unit.ts'

/** Bytes of UTF-8: no file system takes more than 255 in a name, and a browser may add " (1)". */
const LONGEST = 200

const bytesOf = (text: string) => new TextEncoder().encode(text).length
const letters = new Intl.Segmenter('vi')

/** The beginning of a text that is no longer than so many bytes of UTF-8, in whole letters. */
function cut(text: string, longest: number): string {
  let left = longest
  for (const { segment, index } of letters.segment(text)) {
    left -= bytesOf(segment)
    if (left < 0) return text.slice(0, index)
  }
  return text
}

/**
 * The name under which a file is kept and downloaded, whatever it came with: the last part of a path, without what is
 * not seen (line ends, marks that turn the direction of reading: "fdp.exe" would read "exe.pdf") and without what Windows
 * takes in no name. Its ending is one of its content; a JPEG that was called scan.pdf is scan.jpg. `fallback` where
 * nothing is left.
 */
export function fileName(given: string, type: FileType, fallback: string): string {
  const [usual, ...others] = fileTypes[type].endings
  const clean = cleaned(given)
  const [, stem = clean, ending = ''] = /^(.*)\.([^.]*)$/.exec(clean) ?? []
  const own = [usual, ...others].find((one) => one === ending.toLowerCase())
  // What looks like an ending may be part of a name: "37.NQ-HĐND".
  const known = Object.values(fileTypes).some(({ endings }) => endings.some((one) => one === ending.toLowerCase()))
  const kept = trim(cut(trim(known ? stem : clean), LONGEST)) || fallback
  return `${device.test(kept) ? '_' : ''}${kept}.${own ?? usual}`
}

/** Windows takes these for devices, whatever ending follows, and saves nothing. */
const device = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$) *(\.|$)/i

/** What is left of a name when what no system takes, and nobody sees, is out of it. */
const cleaned = (given: string): string =>
  (given.normalize('NFC').split(/[/\\]/).at(-1) ?? '')
    .replace(/[\p{Zs}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\p{C}]/gu, '')
    .replace(/[<>:"|?*]/g, '-')

/** The rows in error of a file that was imported are named after it: loi-nhap_Biểu 2024.csv */
export function errorsName(given: string): string {
  const name = trim(cut(trim(cleaned(given).replace(/\.(xlsx|csv|tsv|txt)$/i, '')), LONGEST))
  return `${['loi-nhap', name].filter((part) => part !== '').join('_')}.csv`
}

/** A leading dot hides a file, and Windows drops dots and spaces at the end. */
const trim = (name: string) => name.replace(/^[. ]+|[. ]+$/g, '')

/**
 * `Content-Disposition` of a download (RFC 6266): the name as it is for browsers, and without diacritics for others.
 */
export function attachment(name: string): string {
  const dot = name.lastIndexOf('.')
  const plain = searchKey(name.slice(0, dot)).replace(/[^\w -]/g, '-') + name.slice(dot)
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
