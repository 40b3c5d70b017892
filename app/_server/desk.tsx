import 'server-only'
import { nanoid } from 'nanoid'
import { getMessages, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { FreshOnReturn } from '#components/layout/fresh-on-return.tsx'
import type { RecentPlace } from '#components/layout/recent.ts'
import { Shell } from '#components/layout/shell.tsx'
import type { ShellWords } from '#components/layout/shell-words.ts'
import { env } from './env.ts'
import { navigationFor } from './navigation.ts'
import { setLocale, setTheme, signOut } from './preference-actions.ts'
import { preferenceWords } from './preference-words.ts'
import type { Session } from './session.ts'

type Props = {
  session: Session
  breadcrumbs: { label: string; href?: string }[]
  here?: RecentPlace
  children: ReactNode
}

/** The frame of a signed-in page. A page renders it itself, with the session that its gate gave it. */
export async function Desk({ session: { actor }, breadcrumbs, here, children }: Props) {
  const [t, words] = await Promise.all([getTranslations('role'), shellWords()])
  const roles = [...new Set(actor.grants.map(({ role }) => role))]
  return (
    <Shell
      nav={navigationFor(actor)}
      person={{ id: actor.id, name: actor.name, detail: roles.map((role) => t(role)).join(', ') }}
      breadcrumbs={breadcrumbs}
      here={here ?? null}
      demo={env().DEMO === '1'}
      words={words}
      actions={{ setLocale, setTheme, signOut }}
    >
      <FreshOnReturn rendering={nanoid()} />
      {children}
    </Shell>
  )
}

async function shellWords(): Promise<ShellWords> {
  const [{ app, nav, search, action }, preferences] = await Promise.all([getMessages(), preferenceWords()])
  const { placeholder, recent, nothing, failed, kind } = search
  return {
    ...{ app, nav, preferences, signOut: action.signOut },
    search: { label: search.title, placeholder, recent, nothing, failed, ...kind },
  }
}
