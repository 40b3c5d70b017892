import { blockStyle, type Said } from './block-style.ts'
import type { FileTable } from './file-table.ts'
import { cellText } from './import-columns.ts'
import { type ImportColumn, isFigureRole } from './import-reading.ts'
import type { NumberStyle } from './number-format.ts'

/** In which style the texts of a file are numbers; `ask` where nobody can tell. */
export type FileStyle =
  | { style: NumberStyle; undecided: null }
  | { style: null; undecided: NonNullable<Said['undecided']> }

/**
 * Our own export says it by its dates: ISO stands beside decimal dots, dd/mm/yyyy beside decimal commas. Of any other file all figures say it together; where they do not, the person does.
 */
export function styleOfFile(
  { rows }: FileTable,
  headerRow: number,
  columns: readonly ImportColumn[],
  chosen: 'vi' | 'en' | undefined,
): FileStyle {
  const own = columns.findIndex(({ label, from }) => from === 'own' && label === 'unit_valid_from')
  const dated = rows[headerRow]?.[own]
  // Whoever types into them groups digits: beside decimal commas a dot can be nothing else. A workbook of ours holds days as such, and beside its true numbers text as Vietnamese Excel has it.
  if (typeof dated === 'object' && 'date' in dated) return { style: 'vi', undecided: null }
  const written = cellText(dated)
  if (/^\d{4}-\d\d-\d\d$/.test(written)) return { style: 'plain', undecided: null }
  if (/^\d{1,2}\/\d{1,2}\/\d{4}$/.test(written)) return { style: 'vi', undecided: null }

  const figures = columns.flatMap(({ role }, index) => (isFigureRole(role) ? [index] : []))
  const texts = new Set<string>()
  for (const row of rows.slice(headerRow)) {
    for (const index of figures) {
      const cell = row[index]
      if (typeof cell === 'string' && cell !== '') texts.add(cell)
    }
  }
  const said = blockStyle([...texts])
  if (said.style === 'ambiguous') {
    return chosen ? { style: chosen, undecided: null } : { style: null, undecided: said.undecided }
  }
  return { style: said.style === 'either' ? (chosen ?? 'vi') : said.style, undecided: null }
}
