import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Desk } from '#app/_server/desk.tsx'
import { requireProductAction } from '#app/_server/gate.ts'
import { type ListSearch, listAddress, readListQuery } from '#app/_server/list-page.ts'
import { ListAndForm } from '#components/layout/list-and-form.tsx'
import { PageHeader } from '#components/layout/page-header.tsx'
import { ListTable } from '#components/table/list-table.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import { listPeople } from '#db/queries/list-people.ts'
import { listUnits } from '#db/queries/list-units.ts'
import { compareNames } from '#domain/unit.ts'
import { NewUserForm } from './new-user-form.tsx'
import { PersonRoles, RoleGuide } from './person-roles.tsx'

const path = '/users'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('title') }
}

export default async function UsersPage({ searchParams }: { searchParams: ListSearch }) {
  const query = await readListQuery(searchParams)
  const session = await requireProductAction(listAddress(path, query), 'administer')
  const [people, units, t, format] = await Promise.all([
    listPeople(session.reader),
    listUnits(session.reader, session.actor),
    getTranslations(),
    getFormatter(),
  ])
  const order = query.sort ? { sort: query.sort } : {}
  const edited = people.find(({ username }) => username === query.edit)
  const rows = people.map((person) => {
    const roles = person.grants.map(({ id, role, unit }) => ({
      id,
      text: t('people.grantOn', { role: t(`role.${role}`), unit: unit?.name ?? t('people.everyUnit') }),
    }))
    return {
      id: person.username,
      current: person === edited,
      cells: {
        name: {
          sort: person.name,
          node: <TextLink href={listAddress(path, { ...order, edit: person.username })}>{person.name}</TextLink>,
        },
        username: { sort: person.username, node: person.username },
        roles: {
          sort: roles[0]?.text ?? null,
          node:
            roles.length > 0 ? (
              <ul>
                {roles.map(({ id, text }) => (
                  <li key={id}>{text}</li>
                ))}
              </ul>
            ) : (
              <span className="text-ink-3">{t('people.noRoles')}</span>
            ),
        },
        since: {
          sort: person.createdAt,
          node:
            person.endedAt === null
              ? format.dateTime(new Date(person.createdAt), 'day')
              : `${t('people.ended')} ${format.dateTime(new Date(person.endedAt), 'day')}`,
        },
      },
    }
  })
  const columns = [
    { id: 'name', label: t('people.name') },
    { id: 'username', label: t('people.username') },
    { id: 'roles', label: t('people.roles') },
    { id: 'since', label: t('people.since') },
  ]
  const unitOptions = units
    .toSorted((a, b) => compareNames(a.name, b.name))
    .map(({ slug, name, kind }) => ({ value: slug, label: `${name} · ${t(`unitKind.${kind}`)}` }))
  const content = edited ? (
    <PersonRoles key={edited.username} person={edited} units={unitOptions} query={query} />
  ) : (
    <NewUserForm sort={query.sort} />
  )

  return (
    <Desk session={session} breadcrumbs={[{ label: t('nav.users') }]}>
      <PageHeader
        title={t('people.title')}
        sub={t('common.rowCount', { count: people.length })}
        actions={
          <ButtonLink href={listAddress(path, { ...order, new: 'user' })} variant="primary">
            {t('people.newUser')}
          </ButtonLink>
        }
      />
      <ListAndForm
        list={
          <div className="grid gap-3">
            <Card flush>
              <ListTable label={t('people.title')} columns={columns} rows={rows} />
            </Card>
            <RoleGuide />
          </div>
        }
        form={
          edited || query.new !== undefined
            ? {
                id: query.edit ?? query.new ?? '',
                title: edited ? t('people.editUser', { name: edited.name }) : t('people.newUser'),
                closeHref: listAddress(path, order),
                closeLabel: t('action.close'),
                content,
              }
            : null
        }
      />
    </Desk>
  )
}
