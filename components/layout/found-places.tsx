import { useTranslations } from 'next-intl'
import { Card } from '../ui/card.tsx'
import { type FoundPlace, placeKinds } from './found-place.ts'
import { PlaceList } from './place-list.tsx'

/** What a search found, by kind. */
export function FoundPlaces({ places }: { places: readonly FoundPlace[] }) {
  const t = useTranslations('search')
  return placeKinds.map((kind) => {
    const found = places.filter((place) => place.kind === kind)
    if (found.length === 0) return null
    return (
      <Card key={kind} flush title={t(`kind.${kind}`)} meta={found.length}>
        <PlaceList places={found} />
      </Card>
    )
  })
}
