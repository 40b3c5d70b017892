import { type Assessment, assessLine } from './assessment.ts'
import { type FigureKind, figureKindTable, reportedKinds, type Tier, valueKinds } from './figure.ts'
import { figureText } from './figure-text.ts'
import { indicatorGroupNames } from './indicator.ts'
import type { Quantity } from './quantity.ts'
import type { FigureView, SheetLine } from './sheet.ts'
import type { SheetState } from './sheet-state.ts'
import { type UnitKind, unitKindNames } from './unit.ts'

/**
 * The columns of every export, in their fixed order; other programs rely on the names. `data` is for programs: comma,
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

/**
 * How a file writes cells (export-cells.ts): a CSV in text, a workbook in values of their own kind. `text` is what
 * somebody wrote; `word` is the product's own: keys, names and codes of which no spreadsheet makes a formula.
 */
export type Writer<Cell> = {
  text(text: string): Cell
  word(word: string): Cell
  whole(number: number): Cell
  /** As recorded: every digit, and in a workbook at least these decimals. */
  quantity(quantity: Quantity | null | undefined, decimals: number): Cell
  /** A computed percent: all of it stands in the file, and a workbook shows as much of it as the screens do. */
  percent(percent: Quantity | null): Cell
  /** '' is no date. */
  date(iso: string): Cell
}
type Judged = ExportRow & { figures: readonly FigureView[]; latest: FigureView | null; assessment: Assessment }
/** Its width is that of its usual content, in characters. */
export type ExportColumn = {
  name: string
  width: number
  cell: <Cell>(row: Judged, write: Writer<Cell>) => Cell
}
const column = (name: string, width: number, cell: ExportColumn['cell']): ExportColumn => ({ name, width, cell })

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

/** Words among numbers with the apostrophe that says they are meant, so that a typing error is never read as some. */
const figureColumn = (kind: FigureKind): ExportColumn =>
  column(kind, 15, ({ line: { figures, indicator } }, write) => {
    const quantity = figures[kind]?.quantity
    if (quantity?.value === null) return write.text(figureText(kind, quantity, indicator, 'plain'))
    return write.quantity(quantity, figureKindTable[kind].content === 'quantity' ? indicator.decimals : 0)
  })
const percentColumn = (tier: Tier): ExportColumn =>
  column(
    `percent_of_${tier}`,
    12,
    (
      {
        assessment: {
          [tier]: { achievement },
        },
      },
      write,
    ) => write.percent(achievement.kind === 'ratio' ? achievement.percent : null),
  )
const pointsColumn = (tier: Tier): ExportColumn =>
  column(
    `points_vs_${tier}`,
    12,
    (
      {
        line,
        assessment: {
          [tier]: { achievement },
        },
      },
      write,
    ) => write.quantity(achievement.kind === 'points' ? achievement.points : null, line.indicator.decimals),
  )
/** Blank for a heading, and where the line has nothing to do with the tier: not in its set, and no plan of it. */
const verdictColumn = (tier: Tier): ExportColumn =>
  column(`verdict_${tier}`, 12, ({ line, assessment: { [tier]: judged } }, write) =>
    write.word(
      !line.indicator.heading && (judged.plan || (tier === 'assigned' ? line.inAssignedSet : line.inAdoptedSet))
        ? judged.verdict
        : '',
    ),
  )

const columns: readonly ExportColumn[] = [
  column('unit', 16, ({ unit }, write) => write.word(unit.slug)),
  column('unit_code', 8, ({ unit }, write) => write.word(unit.code)),
  column('unit_valid_from', 12, ({ unit }, write) => write.date(unit.validFrom)),
  column('unit_name', 20, ({ unit }, write) => write.text(unit.name)),
  column('unit_kind', 14, ({ unit }, write) => write.word(unitKindNames[unit.kind])),
  column('parent', 14, ({ parent }, write) => write.word(parent ?? '')),
  column('year', 8, ({ year }, write) => write.whole(year)),
  column('line_number', 8, ({ line }, write) => write.text(line.number)),
  column('indicator_code', 16, ({ line }, write) => write.text(line.indicator.code)),
  column('indicator_version', 8, ({ line }, write) => write.whole(line.indicator.version)),
  column('indicator', 46, ({ line }, write) => write.text(line.indicator.nameVi)),
  column('group', 20, ({ line }, write) => write.word(indicatorGroupNames[line.indicator.group])),
  column('unit_of_measure', 14, ({ line }, write) => write.text(line.indicator.unitOfMeasure)),
  column('in_assigned_set', 9, ({ line }, write) => write.word(String(line.inAssignedSet))),
  column('in_adopted_set', 9, ({ line }, write) => write.word(String(line.inAdoptedSet))),
  column('office', 24, ({ line }, write) => write.text(line.office ?? '')),
  ...valueKinds.map(figureColumn),
  percentColumn('assigned'),
  percentColumn('adopted'),
  pointsColumn('assigned'),
  pointsColumn('adopted'),
  column('growth_percent', 12, ({ assessment: { growth } }, write) =>
    write.percent(growth.computed?.unit === 'percent' ? growth.computed.change : null),
  ),
  verdictColumn('assigned'),
  verdictColumn('adopted'),
  ...reportedKinds.map(figureColumn),
  column('sheet_state', 12, ({ state }, write) => write.word(state)),
  column('source', 46, ({ figures }, write) => write.text(sourcesOf(figures))),
  column('updated_at', 12, ({ latest }, write) => write.date(latest?.at ?? '')),
  column('updated_by', 22, ({ latest }, write) => write.text(latest?.by ?? '')),
]

export const exportHeader: readonly string[] = columns.map(({ name }) => name)

/** What leaves the file with each column that somebody leaves out on a sheet's screen; the rest always stands. */
const behindScreen = {
  previous: [],
  assigned: ['assigned_plan'],
  adopted: ['adopted_plan'],
  ofAssigned: ['percent_of_assigned', 'points_vs_assigned', 'reported_percent_assigned'],
  ofAdopted: ['percent_of_adopted', 'points_vs_adopted', 'reported_percent_adopted'],
  bullet: [],
  growth: ['growth_percent', 'reported_growth'],
  /** An address names it where all of these are left out. */
  fixed: [],
} as const satisfies Record<string, readonly string[]>
type ScreenColumn = keyof typeof behindScreen
export const screenColumns = Object.keys(behindScreen) as [ScreenColumn, ...ScreenColumn[]]

/** The columns of a file that shows what a screen with these columns does; all where it names none. */
export function exportColumns(shown: readonly ScreenColumn[] = screenColumns): readonly ExportColumn[] {
  const left: readonly string[] = screenColumns.flatMap((one) => (shown.includes(one) ? [] : behindScreen[one]))
  return columns.filter(({ name }) => !left.includes(name))
}

/** The cells of one line, in the order of the columns. */
export function exportCells<Cell>(row: ExportRow, write: Writer<Cell>, of: readonly ExportColumn[] = columns): Cell[] {
  const figures = Object.values(row.line.figures)
  const assessment = assessLine(row.line, row.previous)
  const whole = { ...row, figures, latest: latestOf(figures), assessment }
  return of.map(({ cell }) => cell(whole, write))
}
