import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { admit, requireActor } from '#app/_server/gate.ts'
import { navigationFor } from '#app/_server/navigation.ts'
import { actions, type ClosedPage, handlers, type Policy, pages } from '#app/_server/policies.ts'
import type { Session } from '#app/_server/session.ts'
import type { Action, Actor, Role } from '#domain/permissions.ts'
import { people, rows } from '#tests/support/answers.ts'

/** The registry of doors: it is whole, each door stands behind the gate it declares, and the gates keep it. */

const { session, ran } = vi.hoisted(() => ({
  session: { current: null as Session | null },
  /** The actions of the commands that were asked for. */
  ran: { actions: [] as Action[] },
}))
vi.mock('#app/_server/session.ts', () => ({ currentSession: async () => session.current }))
vi.mock('#app/_server/action.ts', async (original) => ({
  ...(await original<object>()),
  submitForm: async (command: { action: Action }) => void ran.actions.push(command.action),
  perform: async (command: { action: Action }) => {
    ran.actions.push(command.action)
    return { ok: true, value: { discarded: [] } }
  },
}))
beforeEach(() => {
  session.current = null
  ran.actions = []
})

const registry: Record<string, Policy> = { ...pages, ...handlers, ...actions }
const doors = Object.entries(registry)
const sourcesIn = (pattern: string) =>
  globSync(pattern).map((file) => ({ file: file.replaceAll('\\', '/'), text: readFileSync(file, 'utf8') }))
const routeOf = (file: string): string =>
  `/${file
    .split('/')
    .slice(1, -1)
    .filter((part) => !part.startsWith('('))
    .join('/')}`

describe('the registry', () => {
  test('names the doors whose answers are written down, and no other', () => {
    expect(doors.map(([door]) => door).sort()).toEqual([...new Set(rows.map(({ door }) => door))].sort())
  })

  const closed = ['form', '401', '403', '404']
  test.each(doors)('%s: its answers are those of its policy', (door, policy) => {
    const asked = rows.filter((row) => row.door === door)
    const answers = people.map((person) => asked.map((row) => row.answers[person]))
    const [nobody, newcomer] = answers.map((given) => given.filter((one) => !closed.includes(one)).length)
    if (door === 'signOut') return
    expect(nobody, 'nobody').toBe(policy === 'public' ? asked.length : 0)
    const own = policy === 'signed_in' || (typeof policy === 'object' && policy.on === 'account')
    if (policy !== 'public') expect(newcomer ? 'let in' : 'not let in', 'newcomer').toBe(own ? 'let in' : 'not let in')
    const places = asked.map(({ place }) => place)
    if (typeof policy === 'object') {
      expect(places.includes('other'), 'asked about another unit').toBe(policy.on === 'unit')
    }
  })
})

describe('in the sources', () => {
  test('every page is in the registry, and goes through the gate of its own route', () => {
    const found = sourcesIn('app/**/page.tsx')
    expect(found.map(({ file }) => routeOf(file)).sort()).toEqual(Object.keys(pages).sort())
    for (const { file, text } of found) {
      const route = routeOf(file)
      const gates = [...text.matchAll(/requireActor\(\s*'([^']+)'/g)].map(([, asked]) => asked)
      expect([...new Set(gates)], file).toEqual(registry[route] === 'public' ? [] : [route])
    }
  })

  test('every method of a handler is in the registry, and goes through its own gate or through a command', () => {
    const found = sourcesIn('app/**/route.ts').flatMap(({ file, text }) =>
      [...text.matchAll(/^export .*?\b(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/gm)].map(([, method]) => ({
        door: `${method} ${routeOf(file)}`,
        text,
      })),
    )
    expect([...found.map(({ door }) => door), 'GET /icon.svg'].sort()).toEqual(Object.keys(handlers).sort())
    for (const { door, text } of found) {
      const gates = door.startsWith('GET ') ? [`admit('${door}')`] : ['perform(', `beginTask('${door}'`]
      expect(registry[door] === 'public' || gates.some((gate) => text.includes(gate)), door).toBe(true)
    }
  })

  test('every exported action is in the registry', () => {
    const found = sourcesIn('{app,components}/**/*.{ts,tsx}').filter(({ text }) => /^\s*'use server'/m.test(text))
    const exported = found.flatMap(({ text }) => [...text.matchAll(/^export (?:async )?\w+ (\w+)/gm)])
    expect(exported.map(([, name]) => name).sort()).toEqual(Object.keys(actions).sort())
  })

  test('the session is asked for at the gates, and by the few that have to do with signing in', () => {
    const asking = sourcesIn('app/**/*.{ts,tsx}').filter(({ text }) => /\bcurrentSession\(/.test(text))
    expect(asking.map(({ file }) => file).sort()).toEqual([
      'app/(desk)/account/actions.ts',
      'app/_server/action.ts',
      'app/_server/gate.ts',
      'app/sign-in/page.tsx',
    ])
    const opening = sourcesIn('app/**/*.{ts,tsx}').filter(({ text }) => /\bledger\(\)/.test(text))
    expect(opening.filter(({ file }) => !/^app\/(_server|_cli)\//.test(file))).toEqual([])
  })
})

const moduleOf = (file = '') => import(/* @vite-ignore */ join(process.cwd(), file))

describe('a server action', () => {
  const commands = Object.entries(actions).filter(([, policy]) => policy !== 'public')
  test.each(commands)('%s runs a command of the action that it declares', async (name, policy) => {
    const files = sourcesIn('app/**/actions.ts').filter(({ text }) => text.includes(`export async function ${name}(`))
    expect(files).toHaveLength(1)
    const exported = await moduleOf(files[0]?.file)
    await exported[name]('own', 2024, {}, new FormData())
    expect(ran.actions).toEqual([typeof policy === 'object' ? policy.action : null])
  })
})

test.each([
  ['PUT /api/v1/sheets/[unit]/[year]/figures', 'PUT', 'app/api/v1/sheets/[unit]/[year]/figures/route.ts'],
  ['POST /api/v1/documents', 'POST', 'app/api/v1/documents/route.ts'],
  ['PUT /api/v1/documents/[code]/file', 'PUT', 'app/api/v1/documents/[code]/file/route.ts'],
  ['POST /api/v1/imports', 'POST', 'app/api/v1/imports/route.ts'],
  ['PUT /api/v1/imports/[id]', 'PUT', 'app/api/v1/imports/[id]/route.ts'],
] as const)('%s runs a command of the action that it declares', async (door, method, file) => {
  const handle = (await moduleOf(file))[method]
  await handle(new Request('http://here'), { params: Promise.resolve({ unit: 'own', year: '2024', id: 'own' }) })
  expect(ran.actions).toEqual([handlers[door].action])
})

const actorWith = (...roles: Role[]): Actor => ({
  id: 'somebody',
  username: 'somebody',
  name: 'Somebody',
  system: false,
  grants: roles.map((role) => ({ id: role, role, unitId: role === 'administrator' ? null : 'own' })),
})
// The gates hand the reader on and do not look at it.
const sessionOf = (actor: Actor): Session => ({ actor, reader: {} as Session['reader'] })

/** What a page does instead of being shown: Next's own errors say it. */
const turnedAway = (going: Promise<unknown>): Promise<string> =>
  going.then(
    () => 'let in',
    (error: { digest?: string }) => error.digest ?? String(error),
  )

describe('the gate of a page', () => {
  const closed = Object.entries(pages).flatMap(([route, policy]) => (policy === 'public' ? [] : [route as ClosedPage]))
  const enter = (route: ClosedPage) => turnedAway(requireActor(route as '/'))

  test.each(closed)('%s sends to the form whoever is not signed in', async (route) => {
    expect(await enter(route)).toMatch(/^NEXT_REDIRECT;\w+;\/sign-in\?next=/)
  })

  const returns: [going: () => Promise<Session>, address: string][] = [
    [() => requireActor('/'), '/'],
    [() => requireActor('/', { year: undefined, parent: 'ha-noi' }), '/?parent=ha-noi'],
    [() => requireActor('/users', { sort: 'name', edit: ['a', 'b'] }), '/users?sort=name'],
    [() => requireActor('/units/[unit]/[year]', { unit: 'own', year: '2024' }), '/units/own/2024'],
    [
      () => requireActor('/units/[unit]/[year]/entry', { unit: 'own', year: '2024', cell: 'NS-THU official' }),
      '/units/own/2024/entry?cell=NS-THU+official',
    ],
    [
      () => requireActor('/indicators/[code]', { code: '../..//evil.test?', unit: 'own' }),
      '/indicators/..%2F..%2F%2Fevil.test%3F?unit=own',
    ],
  ]
  test.each(returns)('%s leads back to %s', async (going, address) => {
    const [, , form = ''] = (await turnedAway(going())).split(';')
    expect(new URL(form, 'http://here').searchParams.get('next')).toBe(address)
  })

  const missing = 'NEXT_HTTP_ERROR_FALLBACK;404'
  const administration: ClosedPage[] = ['/users', '/catalogue/units', '/catalogue/indicators']
  const reading: ClosedPage[] = ['/indicators', '/compare', '/documents', '/documents/[code]', '/journal']
  const ofEditors: ClosedPage[] = ['/import']
  test.each(closed)('%s exists for those whom its policy lets in', async (route) => {
    for (const role of ['viewer', 'editor', 'approver'] as const) {
      session.current = sessionOf(actorWith(role))
      const kept = administration.includes(route) || (ofEditors.includes(route) && role !== 'editor')
      expect(await enter(route), role).toBe(kept ? missing : 'let in')
    }
    session.current = sessionOf(actorWith('administrator'))
    expect(await enter(route)).toBe(ofEditors.includes(route) ? missing : 'let in')
    session.current = sessionOf(actorWith())
    const ofSomebody = [...administration, ...ofEditors, ...reading]
    expect(await enter(route)).toBe(ofSomebody.includes(route) ? missing : 'let in')
  })
})

test('the gate of a handler gives its session to whoever is signed in', async () => {
  expect(await admit('GET /export/figures.csv')).toMatchObject({ ok: false, error: { code: 'unauthenticated' } })
  session.current = sessionOf(actorWith())
  expect(await admit('GET /export/figures.csv')).toEqual({ ok: true, value: session.current })
})

describe('the navigation', () => {
  const everywhere = ['overview', 'units']
  const all = [...everywhere, 'indicators', 'compare', 'documents']
  const administration = ['catalogueUnits', 'catalogueIndicators', 'users']
  const shown: [roles: Role[], places: string[]][] = [
    [[], everywhere],
    [['viewer'], [...all, 'journal']],
    [['approver'], [...all, 'journal']],
    [['editor'], [...all, 'entry', 'import', 'journal']],
    [['administrator'], [...all, 'journal', ...administration]],
    [
      ['editor', 'administrator'],
      [...all, 'entry', 'import', 'journal', ...administration],
    ],
  ]
  test.each(shown)('of %j shows %j', (roles, places) => {
    const items = navigationFor(actorWith(...roles)).flatMap((group) => group.items.map(({ place }) => place))
    expect(items).toEqual(places)
  })
})
