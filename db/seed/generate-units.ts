import { slugOf, type UnitKind } from '#domain/unit.ts'

/** A unit of a generated ledger; `draw` is its number, the first word of all that is drawn for it. */
export type GeneratedUnit = {
  index: number
  slug: string
  code: string
  name: string
  kind: UnitKind
  parent: string | null
}

const first = ['An', 'Bình', 'Cẩm', 'Đại', 'Đông', 'Hải', 'Hòa', 'Kim', 'Long', 'Minh', 'Nam', 'Phú', 'Tân', 'Vĩnh']
const second = ['Châu', 'Dương', 'Đức', 'Giang', 'Hưng', 'Khê', 'Lạc', 'Lộc', 'Sơn', 'Thịnh', 'Thủy', 'Xuyên', 'Yên']
const kinds = { district: ['rural_district', 'town', 'urban_district'], commune: ['commune', 'ward'] } as const

/** The word of a list that comes round at this place. */
const pick = <Word>(words: readonly [Word, ...Word[]], place: number): Word => words[place % words.length] ?? words[0]

/**
 * That many units, parents first: every hundredth is a province or city, every tenth of the rest a district of it, the
 * others communes and wards of that district. Each name ends in a number, so that nobody takes it for a real unit.
 */
export function generatedUnits(count: number): GeneratedUnit[] {
  const units: GeneratedUnit[] = []
  let province: string | null = null
  let district: string | null = null
  for (let index = 0; index < count; index += 1) {
    const words = `${first[index % first.length]} ${second[index % second.length]}`
    const name = `${words} ${index + 1}`
    const slug = slugOf(name)
    const number = String(index + 1)
    if (index % 100 === 0) {
      const code = String(index / 100 + 1).padStart(2, '0')
      units.push({ index, slug, code, name, kind: index === 0 ? 'city' : 'province', parent: null })
      province = slug
    } else if (index % 10 === 1) {
      const kind = pick(kinds.district, (index - 1) / 10)
      units.push({ index, slug, code: number.padStart(3, '0'), name, kind, parent: province })
      district = slug
    } else {
      units.push({
        index,
        slug,
        code: number.padStart(5, '0'),
        name,
        kind: pick(kinds.commune, index),
        parent: district,
      })
    }
  }
  return units
}
