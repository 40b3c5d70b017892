import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Card } from '#components/ui/card.tsx'
import { Missing } from '#components/ui/missing.tsx'
import type { UnitCoverage } from '#db/queries/indicator-coverage.ts'
import type { Direction } from '#domain/indicator.ts'

type Row = {
  code: string
  name: string
  isPart: boolean
  unitOfMeasure: string
  direction: Direction
  heading: boolean
  /** Empty and complete: no readable sheet has it, and there is no page to go to. */
  coverage: UnitCoverage[]
}

const head = 'border-b border-line px-4 py-2 text-left text-xs font-medium text-ink-2'
const cell = 'border-b border-line px-4 py-1 align-top'
const maximumUnits = 4

/** The indicators of one group; on a phone the columns stand under the name. */
export function GroupTable({ title, rows, complete }: { title: string; rows: Row[]; complete: boolean }) {
  const t = useTranslations()
  return (
    <Card flush title={title} meta={rows.length}>
      <table className="w-full table-fixed border-separate border-spacing-0 text-sm max-desk:block">
        <thead className="max-desk:sr-only">
          <tr>
            <th scope="col" className={head}>
              {t('common.indicator')}
            </th>
            <th scope="col" className={`w-32 ${head}`}>
              {t('common.unitOfMeasure')}
            </th>
            <th scope="col" className={`w-40 ${head}`}>
              {t('indicator.direction')}
            </th>
            <th scope="col" className={`w-2/5 ${head}`}>
              {t('indicator.hasFigures')}
            </th>
          </tr>
        </thead>
        <tbody className="max-desk:block">
          {rows.map((row) => (
            <tr key={row.code} className="max-desk:block max-desk:border-b max-desk:py-1.5 max-desk:*:border-0">
              <th scope="row" className={`text-left font-medium max-desk:block ${cell} ${row.isPart ? 'pl-8' : ''}`}>
                {row.isPart ? <span aria-hidden="true">– </span> : null}
                {row.coverage.length > 0 || !complete ? (
                  <Link
                    href={`/indicators/${row.code}`}
                    className="inline-block py-1 text-accent underline-offset-2 hover:underline"
                  >
                    {row.name}
                  </Link>
                ) : (
                  <span className="inline-block py-1">{row.name}</span>
                )}
              </th>
              <td className={`pt-2 text-ink-2 max-desk:inline-block max-desk:pt-0 max-desk:pr-0 ${cell}`}>
                {row.unitOfMeasure || <Missing words={t('common.notApplicable')} />}
              </td>
              <td className={`pt-2 text-ink-2 max-desk:inline-block max-desk:pt-0 ${cell}`}>
                {row.heading ? t('indicator.heading') : t(`direction.${row.direction}`)}
              </td>
              <td className={`pt-2 text-ink-2 max-desk:block max-desk:pt-0 ${cell}`}>
                <CoverageText coverage={row.coverage} complete={complete || row.heading} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

/** "Bắc Từ Liêm 2022–2023, Cầu Giấy 2023"; the first few units, and how many more where that is known. */
function CoverageText({ coverage, complete }: { coverage: UnitCoverage[]; complete: boolean }) {
  const t = useTranslations()
  const known = coverage.filter(({ years }) => years.length > 0)
  if (known.length === 0 && complete) return <Missing words={t('common.noFigure')} />
  const named = known.slice(0, maximumUnits).map(({ unit, years }) => `${unit.name} ${spans(years)}`)
  const more = known.length - named.length
  const others = complete ? (more > 0 ? [t('indicator.moreUnits', { count: more })] : []) : ['…']
  return [...named, ...others].join('; ')
}

/** Ascending years, neighbours joined: 2022–2024, 2026. */
function spans(years: readonly number[]): string {
  const runs: [number, number][] = []
  for (const year of years) {
    const last = runs.at(-1)
    if (last && last[1] === year - 1) last[1] = year
    else runs.push([year, year])
  }
  return runs.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`)).join(', ')
}
