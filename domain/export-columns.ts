import { type Assessment, assessLine } from './assessment.ts'
import { guardText } from './csv.ts'
import { type FigureKind, reportedKinds, type Tier, valueKinds } from './figure.ts'
import { indicatorGroupNames } from './indicator.ts'
import type { Quantity } from './quantity.ts'
import { formatQuantity } from './quantity-format.ts'
import type { FigureView, SheetLine } from './sheet.ts'
import type { SheetState } from './sheet-state.ts'
import { type UnitKind, unitKindNames } from './unit.ts'

/**
 * The columns of the CSV export, in their fixed order; other programs rely on the names. `data` is for programs: comma,
 * decimal dot, ISO dates. `excel-vi` is for Vietnamese Excel: semicolon, decimal comma, dd/mm/yyyy. Names are the
 * Vietnamese ones in both. Derived plans are never exported (domain rule 6).
 *
 * A limit of `excel-vi`: a spreadsheet that opens a CSV guesses types, and shows unit code 021 as 21, and a fraction
 * 5/6 or a line number 5.1 as a date or another number. CSV cannot mark a cell as text: quotes do not, an apostrophe
 * would show, and ="021" is a formula. Who needs them verbatim imports those columns as text, or takes `data`.
 */
export const exportLayouts = ['data', 'excel-vi'] as const
export type ExportLayout = (typeof exportLayouts)[number]

export const layoutSeparator = { data: ',', 'excel-vi': ';' } as const

export type ExportRow = {
  unit: { slug: string; code: string; validFrom: string; name: string; kind: UnitKind }
  /** Slug of the unit above. */
  parent: string | null
  year: number
  state: SheetState
  line: SheetLine
  previous: SheetLine | null
}

/** How one layout writes what is not text. */
type Writer = { quantity(quantity: Quantity | null | undefined): string; date(iso: string): string }
type Judged = ExportRow & { figures: readonly FigureView[]; latest: FigureView | null; assessment: Assessment }
type Column = readonly [name: string, cell: (row: Judged & { write: Writer }) => string]

const latestOf = (figures: readonly FigureView[]) =>
  figures.reduce<FigureView | null>(
    (newest, figure) => (newest === null || figure.at > newest.at ? figure : newest),
    null,
  )
const sourcesOf = (figures: readonly FigureView[]) => {
  const titles = new Set<string>()
  for (const { document } of figures) if (document) titles.add(document.title)
  return [...titles].join('; ')
}

const figureColumn = (kind: FigureKind): Column => [
  kind,
  ({ line, write }) => write.quantity(line.figures[kind]?.quantity),
]
const percentColumn = (tier: Tier): Column => [
  `percent_of_${tier}`,
  ({
    assessment: {
      [tier]: { achievement },
    },
    write,
  }) => (achievement.kind === 'ratio' ? write.quantity(achievement.percent) : ''),
]
const pointsColumn = (tier: Tier): Column => [
  `points_vs_${tier}`,
  ({
    assessment: {
      [tier]: { achievement },
    },
    write,
  }) => (achievement.kind === 'points' ? write.quantity(achievement.points) : ''),
]
/** Blank for a heading, and where the line has nothing to do with the tier: not in its set, and no plan of it. */
const verdictColumn = (tier: Tier): Column => [
  `verdict_${tier}`,
  ({ line, assessment: { [tier]: judged } }) =>
    !line.indicator.heading && (judged.plan || (tier === 'assigned' ? line.inAssignedSet : line.inAdoptedSet))
      ? judged.verdict
      : '',
]

const columns: readonly Column[] = [
  ['unit', ({ unit }) => unit.slug],
  ['unit_code', ({ unit }) => unit.code],
  ['unit_valid_from', ({ unit, write }) => write.date(unit.validFrom)],
  ['unit_name', ({ unit }) => guardText(unit.name)],
  ['unit_kind', ({ unit }) => unitKindNames[unit.kind]],
  ['parent', ({ parent }) => parent ?? ''],
  ['year', ({ year }) => String(year)],
  ['line_number', ({ line }) => line.number],
  ['indicator_code', ({ line }) => guardText(line.indicator.code)],
  ['indicator_version', ({ line }) => String(line.indicator.version)],
  ['indicator', ({ line }) => guardText(line.indicator.nameVi)],
  ['group', ({ line }) => indicatorGroupNames[line.indicator.group]],
  ['unit_of_measure', ({ line }) => guardText(line.indicator.unitOfMeasure)],
  ['in_assigned_set', ({ line }) => String(line.inAssignedSet)],
  ['in_adopted_set', ({ line }) => String(line.inAdoptedSet)],
  ['office', ({ line }) => guardText(line.office ?? '')],
  ...valueKinds.map(figureColumn),
  percentColumn('assigned'),
  percentColumn('adopted'),
  pointsColumn('assigned'),
  pointsColumn('adopted'),
  [
    'growth_percent',
    ({ assessment: { growth }, write }) =>
      growth.computed?.unit === 'percent' ? write.quantity(growth.computed.change) : '',
  ],
  verdictColumn('assigned'),
  verdictColumn('adopted'),
  ...reportedKinds.map(figureColumn),
  ['sheet_state', ({ state }) => state],
  ['source', ({ figures }) => guardText(sourcesOf(figures))],
  ['updated_at', ({ latest, write }) => write.date(latest?.at ?? '')],
  ['updated_by', ({ latest }) => guardText(latest?.by ?? '')],
]

export const exportHeader: readonly string[] = columns.map(([name]) => name)

const vietnameseDate = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' })

const writers: Record<ExportLayout, Writer> = {
  data: { quantity: (quantity) => writeQuantity(quantity, 'plain'), date: (iso) => iso },
  'excel-vi': {
    quantity: (quantity) => writeQuantity(quantity, 'plain_vi'),
    date: (iso) => (iso === '' ? '' : vietnameseDate.format(new Date(iso))),
  },
}

/**
 * A quantity with free text is guarded as text is: in "-5 (=1+1)" the number is an operand. Bare numbers, bounds and
 * ranges hold nothing that somebody wrote.
 */
function writeQuantity(quantity: Quantity | null | undefined, style: 'plain' | 'plain_vi'): string {
  if (!quantity) return ''
  const written = formatQuantity(quantity, { style })
  return quantity.text === null ? written : guardText(written)
}

/** The cells of one line, in the order of the header. */
export function exportCells(row: ExportRow, layout: ExportLayout): string[] {
  const figures = Object.values(row.line.figures)
  const assessment = assessLine(row.line, row.previous)
  const whole = { ...row, figures, latest: latestOf(figures), assessment, write: writers[layout] }
  return columns.map(([, cell]) => cell(whole))
}
