import 'server-only'
import type { NavGroup } from '#components/layout/navigation.ts'
import type { Actor } from '#domain/permissions.ts'
import { admits } from './gate.ts'
import { pages } from './policies.ts'

const groups = [
  {
    heading: null,
    items: [
      { place: 'overview', href: '/' },
      { place: 'units', href: '/units' },
      { place: 'indicators', href: '/indicators' },
      { place: 'compare', href: '/compare' },
      { place: 'documents', href: '/documents' },
    ],
  },
  {
    heading: 'figures',
    items: [
      { place: 'entry', href: '/entry' },
      { place: 'import', href: '/import' },
      { place: 'journal', href: '/journal' },
    ],
  },
  {
    heading: 'administration',
    items: [
      { place: 'catalogueUnits', href: '/catalogue/units' },
      { place: 'catalogueIndicators', href: '/catalogue/indicators' },
      { place: 'users', href: '/users' },
    ],
  },
] as const satisfies NavGroup[]

/** The places whose policy lets this person in; and entry only where they have something to enter. */
export function navigationFor(actor: Actor): NavGroup[] {
  const enters = actor.grants.some(({ role }) => role === 'editor')
  return groups
    .map(({ heading, items }) => ({
      heading,
      items: items.filter(({ place, href }) => admits(pages[href], actor) && (place !== 'entry' || enters)),
    }))
    .filter(({ items }) => items.length > 0)
}
