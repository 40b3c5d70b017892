/** Indicators (chỉ tiêu): what is planned and measured, with a unit of measure, decimals and a direction. */

/** Domain rule 4. For `rate` and `share` a gap is in percentage points, never a ratio. */
export const valueTypes = ['amount', 'count', 'rate', 'share', 'milestone'] as const
export type ValueType = (typeof valueTypes)[number]

/** Domain rule 3. A neutral line has no computed verdict. */
export const directions = ['higher', 'lower', 'neutral'] as const
export type Direction = (typeof directions)[number]

/** Domain rule 8: what the children of an indicator must do together. */
export const breakdownRules = ['sum', 'share', 'none'] as const
export type BreakdownRule = (typeof breakdownRules)[number]

/** The sections of an official sheet, in the order in which they are printed (A, B, C, …). */
export const indicatorGroups = ['economy', 'budget', 'society', 'environment', 'defence', 'administration'] as const
export type IndicatorGroup = (typeof indicatorGroups)[number]

/** A, B, C …: how the groups that a sheet has are numbered on it. */
export const groupLetter = (index: number): string => String.fromCharCode(65 + index)

/** The Vietnamese names of the groups: exports use them in every language. */
export const indicatorGroupNames: Record<IndicatorGroup, string> = {
  economy: 'Kinh tế',
  budget: 'Ngân sách',
  society: 'Văn hóa – xã hội',
  environment: 'Đô thị – môi trường',
  defence: 'Quốc phòng – an ninh',
  administration: 'Hành chính',
}

/** What the rules need to know of an indicator; the catalogue holds more. */
export type Measure = { valueType: ValueType; direction: Direction }

/** True where a gap between plan and actual is said in percentage points (domain rule 4). */
export const inPoints = (valueType: ValueType): boolean => valueType === 'rate' || valueType === 'share'

/** "Cơ cấu giá trị sản xuất: Dịch vụ" right under "Cơ cấu giá trị sản xuất" need not say it again. */
export const nameWithin = (name: string, parent: string | null): string =>
  parent !== null && name.startsWith(`${parent}: `) ? name.slice(parent.length + 2) : name

type Named = { nameVi: string; nameEn: string; shortVi: string | null; shortEn: string | null }

/** The name for where a whole one has no room: the short one, else the whole. */
export const shortName = ({ nameVi, nameEn, shortVi, shortEn }: Named, language: 'vi' | 'en'): string =>
  language === 'vi' ? (shortVi ?? nameVi) : (shortEn ?? nameEn)
