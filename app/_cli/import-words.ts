import { createTranslator } from 'next-intl'
import messages from '#app/_i18n/en.json' with { type: 'json' }
import type { ImportDiff } from '#domain/import.ts'
import type { ImportQuestion } from '#domain/import-reading.ts'
import type { ErrorRow } from '#domain/import-summary.ts'
import type { Refusal } from '#domain/refusal.ts'

/** What the terminal says of an import: the sentences of the screen, in English. */

const t = createTranslator({ locale: 'en', messages })
type Values = Record<string, string | number>

/** The first of these that has a sentence; reasons come from the domain as plain strings. */
function sentence(keys: readonly string[], values: Values = {}): string {
  const known = keys.find((key) => t.has(key as 'problem.other'))
  return t((known ?? 'problem.other') as 'problem.other', values)
}
const sentenceOf = (reason: string | null, values: Values = {}): string =>
  sentence([`import.reason.${reason}`, `problem.${reason}`], values)

/** A refusal in sentences, one for each problem. */
export const sayRefusal = ({ code, reason, problems = [] }: Refusal): string =>
  [
    sentence([`refusal.${code}.${reason}`, `refusal.${code}.default`]),
    ...problems.map(({ path, reason: why, values }) => `${path}: ${sentenceOf(why, values)}`),
  ].join('\n')

/** Of many cells what a message says of one: "It contains the letter …". */
const any: Values = { character: '…', maximum: '…', unit: '…', row: '…' }

export const asked: Record<ImportQuestion['ask'], string> = {
  encoding: 'The encoding of the file is not certain: choose one by --encoding.',
  worksheet: 'The workbook has several worksheets: choose one by --worksheet.',
  header_row: 'No row of column labels was found.',
  columns: 'No column of indicators, or none of figures, was recognised by its label.',
  unit: 'The file has no column of units: name the unit by --unit.',
  year: 'The file has no column of years: name the year by --year.',
  style: 'The file does not say whether 1.234 is more than a thousand: choose by --style.',
}

/** How much would change, and why the rest would not. */
export function describe({ counts, blank, groups, openedSheets, addedLines, sheets }: ImportDiff): string {
  const causes = groups.filter(({ reason }) => reason !== null)
  return [
    `${counts.new} new, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.skipped} skipped, ${counts.error} in error, ${blank} blank`,
    `${sheets.length} sheets, ${openedSheets} of them opened; ${addedLines} lines added`,
    ...causes.map(({ outcome, reason, count }) => `  ${outcome}: ${count} × ${sentenceOf(reason, any)}`),
  ].join('\n')
}

/** Every error with its place. */
export const describeErrors = (rows: readonly ErrorRow[]): string[] =>
  rows.flatMap(({ row, problems }) =>
    problems.map(
      ({ column, reason, values }) =>
        `row ${row}${column === null ? '' : `, column ${column}`}: ${sentenceOf(reason, values)}`,
    ),
  )
