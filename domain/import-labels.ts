import { foldName } from './block-names.ts'
import { exportHeader } from './export-columns.ts'
import { figureKinds } from './figure.ts'
import type { ColumnRole } from './import-reading.ts'

/** What the labels above columns say of what they hold, in the words of our export, the official Biểu and office files. */

/** Our own names of columns, whose meaning is certain; those that are computed, or said elsewhere, are ignored. */
const ownRoles = new Map<string, ColumnRole>(exportHeader.map((name) => [name, 'ignored']))
for (const name of ['unit', 'year', 'indicator_version', 'line_number', 'in_assigned_set', 'in_adopted_set'] as const) {
  ownRoles.set(name, name)
}
ownRoles.set('office', 'office').set('unit_of_measure', 'unit_of_measure').set('indicator_code', 'indicator')
for (const kind of figureKinds) ownRoles.set(kind, kind)

/** Whether a row of labels is that of our own export. */
export const isOwnHeader = (labels: readonly string[]): boolean =>
  ['unit', 'year', 'indicator_code'].every((name) => labels.includes(name))
export const ownRole = (label: string): ColumnRole | undefined => ownRoles.get(label)

const superior = '(?:kh|ke hoach)?\\s*(?:tinh|thanh pho|tp|cap tren)'
const own = '(?:kh|ke hoach)?\\s*(?:quan|huyen|thi xa|tx|phuong|xa|dac khu|don vi)'
const given = '\\s*(?:giao)?(?:\\s+nam)?(?:\\s+\\d{4})?'
const year = '(?:\\s+(?:ca\\s+)?nam)?(?:\\s+\\d{4})?'

/** The first that fits a folded label; what is computed from other columns, or says nothing of a figure, is ignored. */
const patterns: readonly [RegExp, ColumnRole][] = [
  [/^(don vi|ten don vi|ma don vi|unit|unit code|dia phuong|quan,? huyen)$/, 'unit'],
  [/^(nam|year|nam ke hoach)$/, 'year'],
  [/^(chi tieu|ten chi tieu|ma chi tieu|danh muc chi tieu|indicator|indicator code|noi dung)$/, 'indicator'],
  [/^(tt|stt|so tt|so thu tu|no\.?|number)$/, 'line_number'],
  [/^(dvt|don vi tinh|unit of measure)$/, 'unit_of_measure'],
  [/^(don vi phu trach|phong phu trach|co quan (chu tri|phu trach|theo doi)|don vi chu tri|office)$/, 'office'],
  [/^(so sanh|so voi|% ?th|ty le|cung ky|danh gia|ghi chu|tang truong|compared|verdict|notes?)\b/, 'ignored'],
  [new RegExp(`^${superior}${given}$`), 'assigned_plan'],
  [new RegExp(`^${own}${given}$`), 'adopted_plan'],
  [/^(assigned|provincial|city) plan( \d{4})?$/, 'assigned_plan'],
  [/^(adopted|district|ward|commune|own) plan( \d{4})?$/, 'adopted_plan'],
  [new RegExp(`^(uoc(\\s+(thuc hien|th))?|estimates?)${year}$`), 'estimate'],
  [new RegExp(`^((thuc hien )?so bo|preliminary)${year}$`), 'preliminary'],
  [new RegExp(`^(chinh thuc|thuc hien|ket qua( thuc hien)?|official|results?)${year}$`), 'official'],
]

/** What a label has in brackets behind its name, as a unit would stand there; '' for years, formulas and numbers. */
export function bracketOf(label: string): string {
  const [, inside = ''] = /\(([^()]*)\)\s*$/u.exec(label) ?? []
  const said = inside.trim().replace(/^(?:đvt|đơn vị tính|đơn vị)\s*:\s*/iu, '')
  return /^(?:năm\s+)?[\d\s=+*/:.,-]*$/iu.test(said) ? '' : said
}
/** The unit that a title states for the whole table below it: "Đơn vị tính: triệu đồng"; '' where it states none. */
export const unitOfTitle = (title: string): string =>
  /(?:^|[\s(])(?:đvt|đơn vị tính|đơn vị|unit(?: of measure)?)\s*:\s*([^():]+?)\s*\)?$/iu.exec(title)?.[1] ?? ''
/** The year that a label names; 0: none. */
export const yearIn = (label: string): number => Number(/(?<!\d)((?:19|20)\d\d)(?!\d)/.exec(label)?.[1] ?? 0)

/** What a label says its column holds; null where it says nothing that is known, or more of a figure than is. */
function roleOfLabel(label: string, isUnit: (text: string) => boolean): ColumnRole | null {
  const exact = ownRole(label.trim())
  if (exact) return exact
  const key = foldName(label).replace(/\s*\(.*\)$/, '')
  const role = patterns.find(([pattern]) => pattern.test(key))?.[1] ?? null
  const more = bracketOf(label)
  return isFigure(role) && more !== '' && !isUnit(more) ? null : role
}

const isPlan = (role: ColumnRole | null | undefined): boolean => role === 'assigned_plan' || role === 'adopted_plan'
const isFigure = (role: ColumnRole | null | undefined): boolean =>
  isPlan(role) || role === 'estimate' || role === 'preliminary' || role === 'official'

export type LabelGround = {
  /** The year of each column, said by its label or one above it; 0: none. */
  years?: readonly number[]
  /** The year that the file is of, where it is known; otherwise the newest of its figures. */
  year?: number | undefined
  /** Whether what stands in brackets behind a label is a unit of measure. */
  isUnit?: (text: string) => boolean
}

/**
 * The roles of a row of labels, each but `ignored` given once. A figure of another year is none of this sheet. Of two
 * plans that sound alike and are of one year ("Huyện giao | Xã giao") the first is the superior's; any other second is
 * left to the person.
 */
export function rolesOfLabels(
  labels: readonly string[],
  { years = labels.map(yearIn), year, isUnit = () => true }: LabelGround = {},
): (ColumnRole | null)[] {
  const found = labels.map((label) => roleOfLabel(label, isUnit))
  const yearOf = (index: number): number => (isFigure(found[index]) ? (years[index] ?? 0) : 0)
  const meantYear = year ?? Math.max(0, ...found.map((_, index) => yearOf(index)))
  const isOfOther = (index: number): boolean => yearOf(index) !== 0 && yearOf(index) !== meantYear
  const plans = found.flatMap((role, index) => (isPlan(role) && !isOfOther(index) ? [{ role, index }] : []))
  const [one, other] = plans
  const alike = plans.length === 2 && one?.role === other?.role && yearOf(one?.index ?? 0) === yearOf(other?.index ?? 0)
  const [superiors, owns] = alike ? plans : []
  const taken = new Set<ColumnRole>()
  return found.map((role, index) => {
    if (role === null || role === 'ignored') return role
    if (isOfOther(index)) return 'ignored'
    const meant = index === superiors?.index ? 'assigned_plan' : index === owns?.index ? 'adopted_plan' : role
    if (taken.has(meant)) return null
    taken.add(meant)
    return meant
  })
}
