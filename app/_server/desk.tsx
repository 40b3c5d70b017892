import 'server-only'
import { nanoid } from 'nanoid'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { FreshOnReturn } from '#components/layout/fresh-on-return.tsx'
import type { RecentPlace } from '#components/layout/recent.ts'
import { Shell } from '#components/layout/shell.tsx'
import { env } from './env.ts'
import { navigationFor } from './navigation.ts'
import { setLocale, setTheme, signOut } from './preference-actions.ts'
import type { Session } from './session.ts'

type Props = {
  session: Session
  breadcrumbs: { label: string; href?: string }[]
  here?: RecentPlace
  children: ReactNode
}

/** The frame of a signed-in page. A page renders it itself, with the session that its gate gave it. */
export async function Desk({ session: { actor }, breadcrumbs, here, children }: Props) {
  const t = await getTranslations('role')
  const roles = [...new Set(actor.grants.map(({ role }) => role))]
  return (
    <Shell
      nav={navigationFor(actor)}
      person={{ id: actor.id, name: actor.name, detail: roles.map((role) => t(role)).join(', ') }}
      breadcrumbs={breadcrumbs}
      here={here ?? null}
      demo={env().DEMO === '1'}
      actions={{ setLocale, setTheme, signOut }}
    >
      <FreshOnReturn rendering={nanoid()} />
      {children}
    </Shell>
  )
}
