import 'server-only'
import type { NavGroup } from '#components/layout/navigation.ts'
import { type Actor, can } from '#domain/permissions.ts'

/** The places that this person may open; what they may not is not shown. */
export function navigationFor(actor: Actor): NavGroup[] {
  const enters = actor.grants.some(({ role }) => role === 'editor')
  const administers = can(actor, 'administer', { kind: 'product' })
  return [
    {
      heading: null,
      items: [
        { place: 'overview', href: '/' },
        { place: 'units', href: '/units' },
        { place: 'indicators', href: '/indicators' },
      ],
    },
    ...(enters ? [{ heading: 'figures' as const, items: [{ place: 'entry' as const, href: '/entry' }] }] : []),
    ...(administers
      ? [
          {
            heading: 'administration' as const,
            items: [
              { place: 'catalogueUnits' as const, href: '/catalogue/units' },
              { place: 'catalogueIndicators' as const, href: '/catalogue/indicators' },
              { place: 'users' as const, href: '/users' },
            ],
          },
        ]
      : []),
  ]
}
