import { RowBullet } from '#components/table/official-row.tsx'
import type { SheetRow } from '#components/table/sheet-rows.ts'
import { type PlanKinds, useWords } from '#components/table/words.ts'

type Props = { year: number; kinds: PlanKinds; rows: SheetRow[] }

/** The bullets of a sheet as a list. */
export function SheetCharts({ kinds, rows }: Props) {
  const words = useWords(kinds)
  return (
    <ul className="grid gap-2 px-4 py-3 desk:grid-cols-2">
      {rows.map((row) => (
        <li key={row.line.id} className="flex items-center justify-between gap-3 text-sm">
          {words.nameOf(row.line.indicator)}
          <span className="shrink-0">
            <RowBullet row={row} words={words} />
          </span>
        </li>
      ))}
    </ul>
  )
}
