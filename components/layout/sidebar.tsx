import { useTranslations } from 'next-intl'
import { Logo } from './logo.tsx'
import { NavIcon } from './nav-icon.tsx'
import { NavLink } from './nav-link.tsx'
import type { FormAction, NavGroup } from './navigation.ts'
import { type Person, PersonBlock } from './person.tsx'

type Props = { nav: NavGroup[]; person: Person; signOut: FormAction }

/** The groups of places; on a narrow desk only their icons stand there, the words remain for screen readers. */
export function NavGroups({ nav, label }: { nav: NavGroup[]; label: string }) {
  const t = useTranslations('nav')
  return (
    <nav aria-label={label} className="grid gap-4 px-2.5 py-1 desk:max-wide:px-1.5">
      {nav.map(({ heading, items }) => (
        <div key={items[0]?.place}>
          {heading === null ? null : (
            <p className="mb-1.5 px-2 text-xs text-ink-3 desk:max-wide:sr-only">{t(heading)}</p>
          )}
          <ul>
            {items.map(({ place, href, count }) => (
              <li key={place}>
                <NavLink href={href} look="side" title={t(place)}>
                  <NavIcon place={place} />
                  <span className="min-w-0 truncate desk:max-wide:sr-only">{t(place)}</span>
                  {count === undefined ? null : (
                    <span className="ml-auto text-xs font-normal text-ink-3 desk:max-wide:sr-only">{count}</span>
                  )}
                </NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

/** 212 px on the left (56 on a narrow desk, none on a phone): product, places, person. */
export function Sidebar({ nav, person, signOut }: Props) {
  const t = useTranslations()
  return (
    <aside
      aria-label={t('app.name')}
      className="sticky top-0 hidden h-dvh w-14 shrink-0 flex-col overflow-y-auto border-r border-line bg-sunken desk:flex wide:w-53"
    >
      <div className="flex items-center gap-2.5 px-4.5 pt-4 pb-3.5 max-wide:justify-center max-wide:px-0">
        <Logo />
        <div className="max-wide:sr-only">
          <p className="text-base font-semibold">{t('app.name')}</p>
          <p className="text-xs text-ink-3">{t('app.scope')}</p>
        </div>
      </div>
      <NavGroups nav={nav} label={t('nav.main')} />
      <PersonBlock person={person} signOut={signOut} />
    </aside>
  )
}
