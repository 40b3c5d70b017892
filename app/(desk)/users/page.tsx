import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Desk } from '#app/_server/desk.tsx'
import { requireActor } from '#app/_server/gate.ts'
import { arrange, type ListSearch, listAddress, readListQuery } from '#app/_server/list-page.ts'
import { unitOptions } from '#app/(desk)/unit-options.ts'
import { ListAndForm } from '#components/layout/list-and-form.tsx'
import { PageHeader } from '#components/layout/page-header.tsx'
import { ListCard } from '#components/table/list-card.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import { listPeople, type PersonView } from '#db/queries/list-people.ts'
import { listUnits } from '#db/queries/list-units.ts'
import { NewUserForm } from './new-user-form.tsx'
import { PersonRoles, RoleGuide } from './person-roles.tsx'

const path = '/users'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('title') }
}

export default async function UsersPage({ searchParams }: { searchParams: ListSearch }) {
  const query = await readListQuery(searchParams)
  const session = await requireActor('/users', query)
  const [people, units, t, format] = await Promise.all([
    listPeople(session.reader),
    query.edit === undefined ? [] : listUnits(session.reader, session.actor),
    getTranslations(),
    getFormatter(),
  ])
  const edited = people.find(({ username }) => username === query.edit)
  const rolesOf = ({ grants }: PersonView) =>
    grants.map(({ id, role, unit }) => ({
      id,
      text: t('people.grantOn', { role: t(`role.${role}`), unit: unit?.name ?? t('people.everyUnit') }),
    }))
  const { shown, at, place, order } = arrange(path, people, query, {
    by: {
      name: ({ name }) => name,
      username: ({ username }) => username,
      roles: (person) => rolesOf(person)[0]?.text ?? null,
      since: ({ createdAt }) => createdAt,
    },
    text: ({ name, username }) => `${name} ${username}`,
  })
  const day = (date: string) => format.dateTime(new Date(date), 'day')
  const rows = shown.map((person) => ({
    id: person.username,
    current: person === edited,
    cells: {
      name: <TextLink href={listAddress(path, { ...at, edit: person.username })}>{person.name}</TextLink>,
      username: person.username,
      roles:
        person.grants.length > 0 ? (
          <ul>
            {rolesOf(person).map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        ) : (
          <span className="text-ink-3">{t('people.noRoles')}</span>
        ),
      since: person.endedAt === null ? day(person.createdAt) : `${t('people.ended')} ${day(person.endedAt)}`,
    },
  }))
  const columns = [
    { id: 'name', label: t('people.name') },
    { id: 'username', label: t('people.username') },
    { id: 'roles', label: t('people.roles') },
    { id: 'since', label: t('people.since') },
  ]
  const content = edited ? (
    <PersonRoles
      key={edited.username}
      person={edited}
      units={unitOptions(t, format, units, { query: query.unit })}
      query={query}
      at={at}
    />
  ) : (
    <NewUserForm at={at} />
  )

  return (
    <Desk session={session} breadcrumbs={[{ label: t('nav.users') }]}>
      <PageHeader
        title={t('people.title')}
        sub={t('common.rowCount', { count: place.page.total })}
        actions={
          <ButtonLink href={listAddress(path, { ...at, new: 'user' })} variant="primary">
            {t('people.newUser')}
          </ButtonLink>
        }
      />
      <ListAndForm
        list={
          <div className="grid gap-3">
            <ListCard
              label={t('people.title')}
              columns={columns}
              rows={rows}
              place={place}
              order={order}
              empty={t('people.empty')}
            />
            <RoleGuide />
          </div>
        }
        form={
          edited || query.new !== undefined
            ? {
                id: query.edit ?? query.new ?? '',
                title: edited ? t('people.editUser', { name: edited.name }) : t('people.newUser'),
                closeHref: listAddress(path, at),
                closeLabel: t('action.close'),
                content,
              }
            : null
        }
      />
    </Desk>
  )
}
