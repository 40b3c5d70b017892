/** CSV as RFC 4180 has it, safe to open in a spreadsheet. The separator is the layout's; the clipboard's is a tab. */

/** What a spreadsheet would run as a formula, full-width forms included; apostrophes before it, so that guarding can be undone. */
const formulaStart = /^'*[=+\-@\t\r\n＝＋－＠]/u

/** A text cell that a spreadsheet will not run. Numbers do not pass through here: −5,2 stays a number. */
export const guardText = (text: string): string => (formulaStart.test(text) ? `'${text}` : text)

/** The text behind a guarded cell. */
export const unguardText = (cell: string): string =>
  cell.startsWith("'") && formulaStart.test(cell.slice(1)) ? cell.slice(1) : cell

const mustBeQuoted = { ',': /[",\r\n]/, ';': /[";\r\n]/, '\t': /["\t\r\n]/ }
type Separator = keyof typeof mustBeQuoted

/** Most cells of an export are empty. */
const quoted = (cell: string, separator: Separator): string =>
  cell !== '' && mustBeQuoted[separator].test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

/** One record with its line end; a cell is quoted where it must be. */
export const csvRecord = (cells: readonly string[], separator: Separator): string =>
  `${cells.map((cell) => quoted(cell, separator)).join(separator)}\r\n`

/** Excel takes a file for UTF-8 only where it begins with this. */
export const byteOrderMark = '\uFEFF'
