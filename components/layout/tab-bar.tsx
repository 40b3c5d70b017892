import { Menu } from 'lucide-react'
import { NavIcon } from './nav-icon.tsx'
import { NavLink } from './nav-link.tsx'
import type { FormAction, NavGroup, Place } from './navigation.ts'
import { SignOutForm } from './person.tsx'
import { LanguageForm, ThemeForm } from './preference-forms.tsx'
import type { ShellWords } from './shell-words.ts'
import { NavGroups } from './sidebar.tsx'

const tabs = { overview: 'overview', units: 'units', entry: 'entryShort' } as const
const isTab = (place: Place): place is keyof typeof tabs => place in tabs

type Props = {
  nav: NavGroup[]
  words: ShellWords
  actions: { setLocale: FormAction; setTheme: FormAction; signOut: FormAction }
}

/** The bottom bar of a phone: three places and "Thêm", a panel with the rest that opens without a script. */
export function TabBar({ nav, words, actions }: Props) {
  const rest: NavGroup[] = [
    ...nav.map(({ heading, items }) => ({ heading, items: items.filter(({ place }) => !isTab(place)) })),
    { heading: null, items: [{ place: 'account' as const, href: '/account' }] },
  ].filter(({ items }) => items.length > 0)
  return (
    <>
      <nav
        aria-label={words.nav.tabs}
        // As high as it will be before its tabs have arrived.
        className="shown-whole fixed inset-x-0 bottom-0 z-20 grid min-h-15.25 auto-cols-fr grid-flow-col border-t border-line-2 bg-surface pb-[env(safe-area-inset-bottom)] desk:hidden"
      >
        {nav
          .flatMap(({ items }) => items)
          .map(({ place, href }) =>
            isTab(place) ? (
              <NavLink key={place} href={href} look="tab">
                <NavIcon place={place} size={20} />
                {words.nav[tabs[place]]}
              </NavLink>
            ) : null,
          )}
        <button
          type="button"
          popoverTarget="more"
          className="flex h-15 flex-col items-center justify-center gap-1 text-xs text-ink-3 focus-inset"
        >
          <Menu aria-hidden size={20} strokeWidth={1.75} />
          {words.nav.more}
        </button>
      </nav>
      <section
        id="more"
        aria-label={words.nav.more}
        popover="auto"
        className="inset-[auto_0_calc(60px+env(safe-area-inset-bottom))_0] max-h-[70dvh] w-full overflow-y-auto rounded-t-card border-t border-line-2 bg-raised py-3 text-ink shadow-popover desk:hidden"
      >
        <NavGroups nav={rest} words={words.nav} />
        <div className="mt-2 flex items-center gap-2 border-t border-line px-2.5 pt-3">
          <SignOutForm action={actions.signOut} words={words.signOut} />
          <div className="ml-auto flex items-center gap-2">
            <LanguageForm action={actions.setLocale} words={words.preferences} />
            <ThemeForm action={actions.setTheme} words={words.preferences} />
          </div>
        </div>
      </section>
    </>
  )
}
