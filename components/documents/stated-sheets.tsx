import type { StatementView } from '#domain/sheet.ts'
import type { UnitKind } from '#domain/unit.ts'
import { statedSets } from '../table/stated.ts'
import { nameOfSet, statedSentence } from '../table/stated-sentences.ts'
import { useUnitWords } from '../table/words.ts'
import { TextLink } from '../ui/text-link.tsx'

type StatedSheet = {
  unit: { slug: string; name: string; kind: UnitKind; parent: { kind: UnitKind } | null }
  year: number
  statements: readonly StatementView[]
}

/** What a document states about whole sheets: "24/24 hoàn thành, trong đó 6 vượt". */
export function StatedSheets({ sheets }: { sheets: readonly StatedSheet[] }) {
  const wordsOf = useUnitWords()
  return (
    <ul className="grid gap-2 text-sm">
      {sheets.map(({ unit, year, statements }) => {
        const href = `/units/${unit.slug}/${year}`
        const words = wordsOf(unit)
        return (
          <li key={href}>
            <TextLink href={href}>{`${unit.name} ${year}`}</TextLink>
            <ul>
              {statedSets(statements).map((set) => (
                <li key={`${set.tier} ${set.setName}`}>
                  <span className="text-ink-3">{`${nameOfSet(set, words)}: `}</span>
                  {statedSentence(set, words)}
                </li>
              ))}
            </ul>
          </li>
        )
      })}
    </ul>
  )
}
