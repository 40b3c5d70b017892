import type { SheetState } from '#domain/sheet-state.ts'
import type { HeatCell } from './heat-cell.ts'
import { type HeatLook, heatLooks } from './heat-look.ts'

/**
 * The heat table as it travels: short strings instead of an element for each of its cells. They are written out as HTML
 * on the server, and in the browser when another table is shown.
 */
export type HeatData = {
  words: HeatWords
  groups: readonly { name: string; columns: number }[]
  columns: readonly HeatColumn[]
  rows: readonly HeatRow[]
}

/** `unit` is the unit of measure; `lower`: the lower the better. */
export type HeatColumn = { id: string; code: string; short: string; name: string; unit: string; lower: boolean }

export type HeatRow = {
  slug: string
  year: number
  unit: string
  /** The unit's superior, '' for none. */
  parent: string
  /** A row of the year before, under the one of the year that is shown. */
  before: boolean
  /** The plan that the cells are against, as this unit calls it. */
  plan: string
  /** Computed: met (in which exceeded), exceeded, missed, awaiting; null where nothing is judged under the plan. */
  counts: readonly [met: number, exceeded: number, missed: number, awaiting: number] | null
  /** What sources state of the whole sheet. */
  stated: string
  state: SheetState
  due: string
  /** `packCells` */
  cells: string
  /** What a check found, by the index of the column. */
  findings: Readonly<Record<number, string>>
  /** Name and unit of measure by the index of the column, where the sheet has another version of its indicator. */
  versions: Readonly<Record<number, Pick<HeatColumn, 'name' | 'unit'>>>
}

/** Texts of the reader's language; nothing in the browser translates. */
export type HeatWords = Record<
  | ('caption' | 'unit' | 'met' | 'progress' | 'noFigure' | 'noLine' | 'noSet' | 'planOnly' | 'lower' | 'finding')
  | ('year' | 'exceeded' | 'missed' | 'awaiting' | 'reported' | 'unstated' | 'points' | 'actual' | 'neutral')
  | ('verdict.exceeded' | 'verdict.met' | 'verdict.missed' | 'stage.u' | 'stage.s' | 'stage.k')
  | ('state.draft' | 'state.submitted' | 'state.approved' | 'state.locked'),
  string
>

/** No figure has a control character in it (domain/quantity.ts). */
const separator = '\t'
const fields = 4

const looks: Record<HeatLook, string> = {
  ...{ deep: 'd', miss: 'l', met: 't', over: 'o', far: 'f' },
  ...{ neutral: 'n', bare: 'b', plan: 'p', none: '-' },
}
const lookOf = new Map(heatLooks.map((look) => [looks[look], look]))
const stages = { estimate: 'u', preliminary: 's', unstaged: 'k', official: '' } as const
const units = { percent: '', points: '+', value: '=' } as const

/** A cell as the table writes it; `marks` as in `packCell`. */
export type PackedCell = { look: HeatLook | ''; marks: string; text: string; actual: string; plan: string }

/**
 * Letters of a cell's look (which says its verdict, too), stage and unit (none for a percent), `r` for what is reported,
 * `?` where that names no tier, `w` where nothing is decided yet; then its texts.
 */
export const packCell = ({ look, stage, unit, reported, tier, text, actual, plan, waits }: HeatCell): string =>
  [
    [
      looks[look],
      stage && stages[stage],
      unit && units[unit],
      reported && 'r',
      tier === 'unstated' && '?',
      waits && 'w',
    ]
      .filter(Boolean)
      .join(''),
    ...[text, actual, plan],
  ].join(separator)

/** The cells of a row, where the sheet has no line of an indicator nothing. */
export const packCells = (cells: readonly (string | null)[]): string =>
  cells.map((cell) => cell ?? separator.repeat(fields - 1)).join(separator)

/** The cells of a row; null where the sheet has no line. */
export function unpackCells(packed: string): (PackedCell | null)[] {
  const texts = packed.split(separator)
  return Array.from({ length: Math.floor(texts.length / fields) }, (_, index) => {
    const [marks = '', text = '', actual = '', plan = ''] = texts.slice(index * fields, (index + 1) * fields)
    return marks === '' ? null : { look: lookOf.get(marks.charAt(0)) ?? '', marks: marks.slice(1), text, actual, plan }
  })
}
