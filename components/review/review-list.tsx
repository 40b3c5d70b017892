import { planKindsOf, useWords } from '#components/table/words.ts'
import { shortName } from '#domain/indicator.ts'
import type { ReviewedFinding } from '#domain/review.ts'
import type { UnitKind } from '#domain/unit.ts'
import { FindingCard } from './finding-card.tsx'
import { FindingItem } from './finding-item.tsx'

/** A finding with the sheet it is on. */
export type ReviewItem = ReviewedFinding & {
  unit: { slug: string; name: string; kind: UnitKind; parent: { kind: UnitKind } | null }
  year: number
}

/** What needs a second look on many sheets, each with the way to its line. */
export function ReviewList({ findings, limit }: { findings: readonly ReviewItem[]; limit: number }) {
  return (
    <FindingCard
      findings={findings}
      limit={limit}
      item={(item) => <Item key={`${item.unit.slug} ${item.year} ${item.finding.lineId} ${item.key}`} item={item} />}
    />
  )
}

function Item({ item }: { item: ReviewItem }) {
  const { unit, year, indicator } = item
  const words = useWords(planKindsOf(unit))
  const sheet = `${unit.name} ${year}`
  const page = `/units/${unit.slug}/${year}`
  return (
    <FindingItem
      reviewed={item}
      words={words}
      title={indicator ? `${shortName(indicator, words.style === 'en' ? 'en' : 'vi')} · ${sheet}` : sheet}
      href={indicator === null ? page : `${page}#line-${indicator.code}`}
    />
  )
}
