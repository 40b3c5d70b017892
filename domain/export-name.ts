import type { ExportLayout } from './export-columns.ts'
import type { AskedExport } from './inputs/export-figures.ts'

/** A file's name says what it holds and of which day: so-chi-tieu_bac-tu-liem_2023_2026-11-21.csv */
export const exportName = (
  parts: readonly (string | number | undefined)[],
  { day, ending }: { day: string; ending: string },
): string => {
  const said = parts.flatMap((part) => (part === undefined ? [] : [String(part).replace(/[^\w-]/g, '')]))
  return `${['so-chi-tieu', ...said.filter((part) => part !== ''), day].join('_')}.${ending}`
}

/** A CSV for programs says so in its name: beside that for a Vietnamese Excel it reads otherwise. */
export const csvMark = (layout: ExportLayout): 'data' | undefined => (layout === 'data' ? 'data' : undefined)

/** What the name of a file of figures says of it. */
export const namedFilters = ({
  unit,
  parent,
  indicator,
  group,
  verdict,
  year,
  from,
  to,
  worksheets,
}: Omit<AskedExport, 'layout'>) => [
  unit ?? parent,
  indicator,
  group,
  verdict,
  year ?? (from === to ? from : [from, to].filter((end) => end !== undefined).join('-')),
  worksheets === 'unit' ? 'theo-don-vi' : undefined,
]
