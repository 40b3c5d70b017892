'use client'

import { Search } from 'lucide-react'
import Link from 'next/link'
import { Activity, type ReactNode } from 'react'
import { Breadcrumbs, type Crumb } from './breadcrumbs.tsx'
import { DemoBanner } from './demo-banner.tsx'
import { Logo } from './logo.tsx'
import type { FormAction, NavGroup } from './navigation.ts'
import { Avatar, type Person } from './person.tsx'
import { LanguageForm, ThemeForm } from './preference-forms.tsx'
import type { RecentPlace } from './recent.ts'
import { SearchBox } from './search-box.tsx'
import type { ShellWords } from './shell-words.ts'
import { Sidebar } from './sidebar.tsx'
import { TabBar } from './tab-bar.tsx'

type Props = {
  nav: NavGroup[]
  person: Person
  breadcrumbs: Crumb[]
  /** The page, where it is one to come back to. */
  here: RecentPlace | null
  /** True where the database holds the published demo data. */
  demo: boolean
  words: ShellWords
  /** `setLocale` reads the field `locale`, `setTheme` the field `theme`. */
  actions: { setLocale: FormAction; setTheme: FormAction; signOut: FormAction }
  children: ReactNode
}

/**
 * The frame of every signed-in page: sidebar and top bar, or on a phone a title bar and tabs. Made in the browser as
 * well: what is the same on every page then travels with the script, once, and not in the data of each. Each part is an
 * `Activity`, which React takes over after the page itself, or when it is used.
 */
export function Shell({ nav, person, breadcrumbs, here, demo, words, actions, children }: Props) {
  return (
    <div className="flex min-h-dvh">
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-control bg-btn px-3 py-2 text-sm font-semibold text-on-btn focus:translate-y-0"
      >
        {words.nav.skip}
      </a>
      <Activity>
        <Sidebar nav={nav} person={person} words={words} signOut={actions.signOut} />
      </Activity>
      <div className="flex min-w-0 flex-1 flex-col">
        <Activity>
          {/* No box of its own, or the bar would stick only within it. */}
          <header className="contents">
            {demo ? <DemoBanner words={words.app.demo} /> : null}
            <div className="sticky top-0 z-20 border-b border-line bg-surface">
              <div className="hidden h-[47px] items-center gap-3 px-5 desk:flex">
                <Breadcrumbs items={breadcrumbs} label={words.nav.breadcrumbs} />
                <div className="ml-auto flex items-center gap-3">
                  <SearchBox words={words.search} person={person.id} here={here} />
                  <LanguageForm action={actions.setLocale} words={words.preferences} />
                  <ThemeForm action={actions.setTheme} words={words.preferences} />
                </div>
              </div>
              <div className="flex h-13 items-center gap-2.5 px-4 desk:hidden">
                <Link href="/" className="flex items-center gap-2.5 text-md">
                  <Logo />
                  {words.app.name}
                </Link>
                <Link
                  href="/search"
                  className="ml-auto inline-flex size-11 items-center justify-center rounded-control text-ink-2"
                >
                  <Search aria-hidden size={20} strokeWidth={1.75} />
                  <span className="sr-only">{words.search.label}</span>
                </Link>
                <Link href="/account" className="rounded-full">
                  <Avatar name={person.name} />
                  <span className="sr-only">{`${words.nav.account}: ${person.name}`}</span>
                </Link>
              </div>
            </div>
          </header>
        </Activity>
        <main
          id="content"
          tabIndex={-1}
          className="grid flex-1 grid-cols-1 content-start gap-3 px-4 pt-3.5 pb-20 outline-none desk:px-5 desk:pb-5"
        >
          {children}
        </main>
      </div>
      <Activity>
        <TabBar nav={nav} words={words} actions={actions} />
      </Activity>
    </div>
  )
}
