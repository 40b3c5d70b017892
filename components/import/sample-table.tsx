import type { ReactNode } from 'react'
import { columnLetter } from '#domain/column-letter.ts'

type Row = { row: number; cells: readonly string[] }
type Props = {
  label: string
  rows: readonly Row[]
  /** The row of labels; what stands above it is not read. */
  headerRow?: number | null
  /** What stands before a row, in place of its number. */
  lead?: (row: number) => ReactNode
}

/** The first rows of a file as a spreadsheet shows them, with its letters and numbers. */
export function SampleTable({ label, rows, headerRow = null, lead = (row) => row }: Props) {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const columns = Array.from({ length: width }, (_, index) => columnLetter(index + 1))
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls takes the focus, or no key can scroll it
      tabIndex={0}
      className="max-h-96 overflow-auto rounded-control border border-line focus-inset"
    >
      <table className="min-w-full border-separate border-spacing-0 text-sm">
        <thead>
          <tr className="*:sticky *:top-0 *:border-b *:border-line-2 *:bg-sunken *:px-2 *:py-1 *:text-xs *:font-medium *:text-ink-3">
            <td />
            {columns.map((letter) => (
              <th key={letter} scope="col" className="text-left">
                {letter}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, cells }) => (
            <tr
              key={row}
              className={`*:border-b *:border-line *:px-2 *:py-1 ${row === headerRow ? 'bg-accent-weak font-semibold' : headerRow !== null && row < headerRow ? 'text-ink-3' : ''}`}
            >
              <th scope="row" className="sticky left-0 bg-sunken text-right text-xs font-normal text-ink-3">
                {lead(row)}
              </th>
              {columns.map((letter, index) => (
                <td key={letter} className="max-w-60 truncate whitespace-pre">
                  {cells[index] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
