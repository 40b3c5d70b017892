'use client'
import { useEffect, useState } from 'react'
import { Card } from '../ui/card.tsx'
import { PlaceList } from './place-list.tsx'
import { type RecentPlace, recentPlaces } from './recent.ts'

/** The places last looked at in this browser; nothing where there are none. */
export function RecentPlaces({ person, title }: { person: string; title: string }) {
  const [places, setPlaces] = useState<RecentPlace[]>([])
  useEffect(() => setPlaces(recentPlaces(person)), [person])
  if (places.length === 0) return null
  return (
    <Card flush title={title}>
      <PlaceList places={places} />
    </Card>
  )
}
