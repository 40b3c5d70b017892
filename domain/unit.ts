/** Administrative units that are assigned targets, and how their names sort and are searched. */

/** Kinds of unit. Districts existed until 30 June 2025 (domain rule 12). */
export const unitKinds = [
  'province',
  'city',
  'urban_district',
  'rural_district',
  'town',
  'provincial_city',
  'ward',
  'commune',
  'special_zone',
] as const
export type UnitKind = (typeof unitKinds)[number]

/** The Vietnamese name of a kind: official sheets and exports use it in every language. */
export const unitKindNames: Record<UnitKind, string> = {
  province: 'tỉnh',
  city: 'thành phố trực thuộc trung ương',
  urban_district: 'quận',
  rural_district: 'huyện',
  town: 'thị xã',
  provincial_city: 'thành phố thuộc tỉnh',
  ward: 'phường',
  commune: 'xã',
  special_zone: 'đặc khu',
}

/** The three levels: what may stand under what. */
export const unitLevel: Record<UnitKind, 1 | 2 | 3> = {
  province: 1,
  city: 1,
  urban_district: 2,
  rural_district: 2,
  town: 2,
  provincial_city: 2,
  ward: 3,
  commune: 3,
  special_zone: 3,
}

type Validity = { validFrom: string; validTo: string | null }
/** What a unit is and how long: ISO dates, `validTo` the last day, or null while it exists. */
export type LivingUnit = { kind: UnitKind } & Validity

/** Whether two units are of one level and existed on the same day, so that neither came of the other (domain rule 12). */
export const areContemporary = (a: LivingUnit, b: LivingUnit): boolean =>
  unitLevel[a.kind] === unitLevel[b.kind] &&
  (a.validTo === null || b.validFrom <= a.validTo) &&
  (b.validTo === null || a.validFrom <= b.validTo)

/** Whether a unit exists on some day of a year. */
export const existsIn = ({ validFrom, validTo }: Validity, year: number): boolean =>
  validFrom <= `${year}-12-31` && (validTo === null || validTo >= `${year}-01-01`)

/** Which of two units at a reorganisation a unit is, and how much of the predecessor went to the successor. */
export const successionSides = ['predecessor', 'successor'] as const
export const successionParts = ['whole', 'part'] as const

/** A unit that another one came of, or that came of it, at a reorganisation (domain rule 12). Dates are ISO. */
export type Succession = {
  /** Null where there is no sheet that it could lead to. */
  slug: string | null
  name: string
  kind: UnitKind
  validFrom: string
  validTo: string | null
  /** Whether the predecessor went there as a whole or in part. */
  part: (typeof successionParts)[number]
  /** Of its sheet that is nearest to the break; null where there is none that may be read. */
  year: number | null
}

/**
 * Why one unit cannot have gone to the other, as a field and a message key; null where it can. One that went as a whole
 * has ended, one that gave a part may go on; what it went to was there afterwards, and may have been there before.
 */
export function successionProblem(predecessor: Validity, successor: Validity, part: Succession['part']) {
  if (part === 'whole' && predecessor.validTo === null) return { path: 'part', reason: 'predecessor_goes_on' }
  const before = predecessor.validTo ?? predecessor.validFrom
  const gone = successor.validTo !== null && successor.validTo <= before
  return gone ? { path: 'related', reason: 'successor_ended_before' } : null
}

/**
 * The key by which names are searched: lower case, without diacritics, đ/Đ and the look-alike Ð as d,
 * so that "hòa" finds "hoà" (DOMAIN, "Numbers, text, dates").
 */
export const searchKey = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}+/gu, '')
    .replace(/[đĐÐð]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()

const collator = new Intl.Collator('vi')
/** Vietnamese order: đ after d, tones at the second level. */
export const compareNames = (a: string, b: string): number => collator.compare(a, b)

/** A URL slug from a Vietnamese name: "Bắc Từ Liêm" → "bac-tu-liem". */
export const slugOf = (name: string): string =>
  searchKey(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
