import { readYear } from './rows.ts'

/** Units × indicators of a year against their adopted plans: what both forms of the table show. */
export type Cell = { code: string; href: string; look: string; verdict: string; text: string; sentence: string }
export type HeatRow = { slug: string; name: string; cells: Cell[] }
export type Heat = { columns: { code: string; name: string; group: string }[]; rows: HeatRow[] }

const groups = ['economy', 'budget', 'society', 'environment', 'defence', 'administration']
const write = (value: number, decimals: number): string =>
  value.toLocaleString('vi-VN', { minimumFractionDigits: decimals, maximumFractionDigits: Math.max(decimals, 4) })

export function readHeat(year: number): Heat {
  const lines = readYear(year)
  const units = Map.groupBy(lines, ({ slug }) => String(slug))
  const columns = [...Map.groupBy(lines, ({ code }) => String(code)).values()]
    .flatMap(([line]) =>
      line ? [{ code: String(line.code), name: String(line.name_vi), group: String(line.group) }] : [],
    )
    .sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group))
  const rows = [...units].map(([slug, own]): HeatRow => {
    const byCode = new Map(own.map((line) => [line.code, line]))
    const name = String(own[0]?.name)
    return {
      slug,
      name,
      cells: columns.map((column) => cellOf({ slug, name, year }, column, byCode.get(column.code) ?? {})),
    }
  })
  return { columns, rows }
}

type Place = { slug: string; name: string; year: number }

function cellOf(
  { slug, name, year }: Place,
  column: { code: string; name: string },
  line: Record<string, string | number | null>,
): Cell {
  const { plan = null, actual = null, direction, value_type: type, unit_of_measure: unit } = line
  const decimals = Number(line.decimals ?? 0)
  const cell = { code: column.code, href: `/units/${slug}/${year}#line-${column.code}` }
  const start = `${name} ${year}, ${column.name}`
  if (typeof actual !== 'number') {
    return { ...cell, look: 'none', verdict: '', text: '', sentence: `${start}: chưa có số liệu` }
  }
  const result = `${start}: Thực hiện ${write(actual, decimals)} ${unit}`
  if (typeof plan !== 'number')
    return { ...cell, look: 'bare', verdict: '', text: write(actual, decimals), sentence: result }
  const better = direction === 'lower' ? plan - actual : actual - plan
  const points = type === 'rate' || type === 'share'
  const percent = (actual / plan) * 100
  const text = points ? write(actual - plan, decimals) : write(Math.round(percent * 10) / 10, 1)
  const verdict = direction === 'neutral' ? '' : better > 0 ? 'Vượt' : better < 0 ? 'Chưa đạt' : 'Hoàn thành'
  const far = !points && Math.abs(percent - 100) > 10
  const look =
    direction === 'neutral'
      ? 'neutral'
      : better > 0
        ? far
          ? 'far'
          : 'over'
        : better < 0
          ? far
            ? 'deep'
            : 'miss'
          : 'met'
  const sentence = `${result}; KH ${write(plan, decimals)} ${unit}; ${text}${points ? ' điểm %' : '%'}, ${verdict.toLowerCase()}`
  return { ...cell, look, verdict, text, sentence }
}
