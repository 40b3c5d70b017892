import { getTranslations } from 'next-intl/server'
import type { Session } from '#app/_server/session.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { listIndicators } from '#db/queries/list-indicators.ts'
import { listUnits } from '#db/queries/list-units.ts'
import { can } from '#domain/permissions.ts'

/** Before the first sheet: what this person can do towards it. */
export async function FirstStep({ session: { actor, reader } }: { session: Session }) {
  const t = await getTranslations()
  const step = (sentence: string, action?: { href: string; label: string }) => (
    <Empty
      action={
        action ? (
          <ButtonLink href={action.href} variant="primary" size="mobile">
            {action.label}
          </ButtonLink>
        ) : null
      }
    >
      {sentence}
    </Empty>
  )
  const administers = can(actor, 'administer', { kind: 'product' })
  if (administers && (await listUnits(reader, actor)).length === 0) {
    return step(t('overview.empty.noUnits'), { href: '/catalogue/units?new=unit#form', label: t('catalogue.newUnit') })
  }
  if (administers && (await listIndicators(reader)).length === 0) {
    return step(t('overview.empty.noIndicators'), {
      href: '/catalogue/indicators?new=indicator#form',
      label: t('catalogue.newIndicator'),
    })
  }
  if (actor.grants.some(({ role }) => role === 'editor')) {
    return step(t('overview.empty.editor'), { href: '/units', label: t('action.openYear') })
  }
  if (administers) return step(t('overview.empty.noPeople'), { href: '/users', label: t('overview.empty.toPeople') })
  return step(actor.grants.length > 0 ? t('overview.empty.others') : t('account.noRoles'))
}
