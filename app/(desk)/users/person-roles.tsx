import { nanoid } from 'nanoid'
import { useTranslations } from 'next-intl'
import { type ListAt, type ListQuery, listAddress } from '#app/_server/list-page.ts'
import { UnitSearch } from '#app/(desk)/unit-search.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { SelectField, TextField } from '#components/ui/form-fields.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { PersonView } from '#db/queries/list-people.ts'
import { roles } from '#domain/permissions.ts'
import type { OfferedUnits } from '../unit-options.ts'
import { endGrantForm, grantRoleForm } from './actions.ts'

type Props = {
  person: PersonView
  units: OfferedUnits
  /** `saved`: the account was made a moment ago; `end`: the grant whose end is being asked about. */
  query: ListQuery
  /** Where the list stands to come back to. */
  at: ListAt
}

/** The roles of one person, each with the question that ends it, and the form of a further one. */
export function PersonRoles({ person, units, query, at }: Props) {
  const t = useTranslations()
  const created = query.saved === person.username
  const here = (end?: string) => listAddress('/users', { ...at, edit: person.username, ...(end && { end }) })
  return (
    <>
      {created && person.grants.length === 0 ? <Notice tone="info">{t('people.created')}</Notice> : null}
      <p className="text-sm text-ink-2">{person.username}</p>
      {person.grants.length === 0 ? <p className="text-sm text-ink-3">{t('people.noRoles')}</p> : null}
      <ul className="grid">
        {person.grants.map(({ id, role, unit }) => (
          <li key={id} className="border-b border-line py-1">
            <div className="flex min-h-8 items-center gap-2 text-sm">
              <span className="min-w-0 flex-1">
                {t('people.grantOn', { role: t(`role.${role}`), unit: unit?.name ?? t('people.everyUnit') })}
              </span>
              {id === query.end ? null : (
                <ButtonLink href={here(id)} scroll={false} size="small">
                  {t('action.endGrant')}
                </ButtonLink>
              )}
            </div>
            {id === query.end ? <EndGrant id={id} username={person.username} at={at} cancelHref={here()} /> : null}
          </li>
        ))}
      </ul>
      <h3 className="text-base font-semibold">{t('people.grantTitle')}</h3>
      <UnitSearch action="/users" units={units} query={query} at={at} />
      <ActionForm key={query.end} action={grantRoleForm} submissionKey={nanoid()}>
        <input type="hidden" name="username" value={person.username} />
        <SelectField
          name="role"
          label={t('people.role')}
          options={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
        />
        <SelectField
          name="unit"
          label={t('people.unit')}
          hint={t('people.unitHint')}
          options={[{ value: '', label: t('people.noUnit') }, ...units.options]}
        />
        <Button type="submit" variant="primary" size="mobile">
          {t('action.grant')}
        </Button>
      </ActionForm>
    </>
  )
}

type EndGrantProps = { id: string; username: string; at: ListAt; cancelHref: string }

function EndGrant({ id, username, at, cancelHref }: EndGrantProps) {
  const t = useTranslations()
  return (
    <div className="grid gap-3 pt-1 pb-3">
      <p className="text-xs text-ink-3">{t('people.endNotice')}</p>
      <ActionForm action={endGrantForm.bind(null, { ...at, username })} submissionKey={nanoid()}>
        <input type="hidden" name="grant" value={id} />
        <TextField name="reason" label={t('people.endReason')} lines={2} />
        <div className="flex gap-2">
          <Button type="submit" size="mobile">
            {t('people.confirmEnd')}
          </Button>
          <ButtonLink href={cancelHref} scroll={false} variant="ghost" size="mobile">
            {t('action.cancel')}
          </ButtonLink>
        </div>
      </ActionForm>
    </div>
  )
}

/** What each role may do, in a sentence. */
export function RoleGuide() {
  const t = useTranslations()
  const guide = [
    { role: t('role.viewer'), may: t('people.roleViewer') },
    { role: t('role.editor'), may: t('people.roleEditor') },
    { role: t('role.approver'), may: t('people.roleApprover') },
    { role: t('role.administrator'), may: t('people.roleAdministrator') },
  ]
  return (
    <Card title={t('people.roleGuide')}>
      <dl className="grid gap-x-4 gap-y-1.5 text-sm desk:grid-cols-[auto_1fr]">
        {guide.map(({ role, may }) => (
          <div key={role} className="contents">
            <dt className="font-medium">{role}</dt>
            <dd className="text-ink-2 max-desk:mb-1">{may}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
