/** What is found out of somebody's file before its table is read. Nothing of it is guessed in silence. */

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1258'] as const
export type Encoding = (typeof encodings)[number]

export const separators = [',', ';', '\t'] as const
export type Separator = (typeof separators)[number]

/** Text in columns. */
export type FoundText = {
  kind: 'csv'
  /** Bytes. */
  size: number
  encoding: Encoding
  /** Why it is that one: the file says so; its bytes are UTF-8 and could hardly be anything else; a person chose it. */
  encodingBy: 'byte_order_mark' | 'valid_utf8' | 'chosen'
  separator: Separator
  /**
   * Why it is that one: a first row `sep=;` says so; a person chose it; the first rows were counted, `agreeing` of
   * `rows` have the same number of `columns`; or the file has one column, and none separates it.
   */
  separatorBy: 'declared' | 'chosen' | 'counted' | 'one_column'
  columns: number
  agreeing: number
  rows: number
}

export type Worksheet = {
  name: string
  /** The last row and column that hold something; 0 where it is empty. */
  rows: number
  columns: number
  /** Hidden in the spreadsheet program. */
  hidden: boolean
}

export type FoundWorkbook = {
  kind: 'xlsx'
  /** Bytes, as it is and unpacked. */
  size: number
  unpacked: number
  worksheets: Worksheet[]
}

/** A way to read a file's bytes as text, and what its first rows are then, for a person to choose by. */
export type EncodingOffer = { encoding: Encoding; rows: string[][] }

/** What may be read, and what has to be chosen first: a file whose encoding is not certain offers those it could be. */
export type FileInspection =
  | { certain: true; found: FoundText; firstRows: string[][] }
  | { certain: false; kind: 'csv'; size: number; offers: EncodingOffer[] }
  | { certain: true; found: FoundWorkbook }
