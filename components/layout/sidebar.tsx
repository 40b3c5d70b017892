import { Logo } from './logo.tsx'
import { NavIcon } from './nav-icon.tsx'
import { NavLink } from './nav-link.tsx'
import type { FormAction, NavGroup } from './navigation.ts'
import { type Person, PersonBlock } from './person.tsx'
import type { ShellWords } from './shell-words.ts'

type Props = { nav: NavGroup[]; person: Person; words: ShellWords; signOut: FormAction }

/** The groups of places; on a narrow desk only their icons stand there, the words remain for screen readers. */
export function NavGroups({ nav, words }: { nav: NavGroup[]; words: ShellWords['nav'] }) {
  return (
    <nav aria-label={words.main} className="grid gap-4 px-2.5 py-1 desk:max-wide:px-1.5">
      {nav.map(({ heading, items }) => (
        <div key={items[0]?.place}>
          {heading === null ? null : (
            <p className="mb-1.5 px-2 text-xs text-ink-3 desk:max-wide:sr-only">{words[heading]}</p>
          )}
          <ul>
            {items.map(({ place, href, count }) => (
              <li key={place}>
                <NavLink href={href} look="side" title={words[place]}>
                  <NavIcon place={place} />
                  <span className="min-w-0 truncate desk:max-wide:sr-only">{words[place]}</span>
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
export function Sidebar({ nav, person, words, signOut }: Props) {
  return (
    <aside
      aria-label={words.app.name}
      className="shown-whole sticky top-0 hidden h-dvh w-14 shrink-0 flex-col overflow-y-auto border-r border-line bg-sunken desk:flex wide:w-53"
    >
      <div className="flex items-center gap-2.5 px-4.5 pt-4 pb-3.5 max-wide:justify-center max-wide:px-0">
        <Logo />
        <div className="max-wide:sr-only">
          <p className="text-base font-semibold">{words.app.name}</p>
          <p className="text-xs text-ink-3">{words.app.scope}</p>
        </div>
      </div>
      <NavGroups nav={nav} words={words.nav} />
      <PersonBlock person={person} words={words} signOut={signOut} />
    </aside>
  )
}
