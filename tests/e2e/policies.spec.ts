import type { ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type APIRequestContext, expect, test } from '@playwright/test'
import type Database from 'better-sqlite3'
import { actions, handlers, pages } from '#app/_server/policies.ts'
import { openDatabase } from '#db/engines/embedded.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { type Person, people, type Row, readers, rows } from '#tests/support/answers.ts'
import { freePort } from '#tests/support/free-port.ts'
import { type Door, signInAs, ways } from '#tests/support/knocks.ts'
import { startServer, stopServer } from '#tests/support/own-server.ts'
import { canaries, furnish, watchedTexts } from '#tests/support/policy-house.ts'
import { type Answer, builtActions, knock } from '#tests/support/visitor.ts'

/**
 * Every door of the build, knocked at by everybody: it must be in the registry, and answer what answers.ts says. A
 * refusal leaves the database as it was, a write leaves one row in the journal, and no answer holds a word of a unit
 * that the person may not read.
 */
const folder = mkdtempSync(join(tmpdir(), 'so-chi-tieu-policies-'))
const port = String(await freePort())
const address = `http://127.0.0.1:${port}`
const file = join(folder, 'app.db')
const environment = {
  ...process.env,
  DATABASE_URL: `file:${file}`,
  PORT: port,
  DEMO: '0',
  NEXTAUTH_URL: address,
  NEXTAUTH_SECRET: 'p'.repeat(40),
}

let server: ChildProcess
let database: Database.Database
const visitors = new Map<Person, APIRequestContext>()
/** What each person was answered, all of it. */
const heard = new Map<Person, { door: string; body: string }[]>(people.map((person) => [person, []]))

test.beforeAll(async ({ playwright }) => {
  database = openDatabase(file)
  migrateDatabase(database)
  await furnish(database)
  server = await startServer(environment, address)
  for (const person of people) {
    const visitor = await playwright.request.newContext({ baseURL: address })
    visitors.set(person, visitor)
    await signIn(visitor, person)
  }
  database.exec(`update users set ended_at = '2024-01-01T00:00:00.000Z' where username = 'ended'`)
  database.exec(`update users set stamp = 'another' where username = 'changed'`)
})
test.afterAll(async () => {
  for (const visitor of visitors.values()) await visitor.dispose()
  database.close()
  await stopServer(server)
  rmSync(folder, { recursive: true, force: true })
})

/** By the form that everybody uses; nobody only fetches what the form needs. */
async function signIn(visitor: APIRequestContext, person: Person): Promise<void> {
  await visitor.get('/api/auth/csrf')
  if (person === 'nobody') return
  const { said, cookies } = await knock(visitor, signInAs(person), { origin: address })
  expect([said, ...cookies]).toEqual(expect.arrayContaining(['home', 'next-auth.session-token']))
}

/** Everything in the ledger; who is signed in, and how often somebody tried, is no part of it. */
const bookkeeping = ['sessions', 'sign_in_attempts']
function contents(): string {
  const tables = database.prepare(`select name from sqlite_master where type = 'table' order by name`).pluck().all()
  const hash = createHash('sha256')
  for (const table of tables.filter((one) => !bookkeeping.includes(String(one)))) {
    hash.update(JSON.stringify([table, database.prepare(`select * from "${table}"`).raw().all()]))
  }
  return hash.digest('hex')
}
const written = (): unknown[] =>
  database.prepare('select username from journal join users on users.id = actor_id order by seq').pluck().all()

const visitorOf = (person: Person): APIRequestContext => {
  const visitor = visitors.get(person)
  if (!visitor) throw new Error(`${person} is not here.`)
  return visitor
}

async function visit(person: Person, { door, place }: Row, headers: Record<string, string>): Promise<Answer> {
  // Rows are text; that they name the doors of the registry is asserted in tests/app/policies.test.ts.
  const answer = await knock(visitorOf(person), ways[door as Door]({ place, person }), headers)
  heard.get(person)?.push({ door, body: answer.body })
  return answer
}

test('the build has the doors of the registry, and no other', async ({ playwright }) => {
  const routes: Record<string, string> = JSON.parse(readFileSync('.next/app-path-routes-manifest.json', 'utf8'))
  const byNext = ['/_not-found', '/_global-error']
  const built = Object.entries(routes).filter(([, route]) => !byNext.includes(route))
  const routesOf = (kind: string) => built.flatMap(([path, route]) => (path.endsWith(`/${kind}`) ? [route] : []))
  expect(routesOf('page').sort()).toEqual(Object.keys(pages).sort())

  // What a handler does not export is answered with 405.
  const visitor = await playwright.request.newContext({ baseURL: address })
  const exported: string[] = []
  for (const route of routesOf('route')) {
    const path = route.replace(/\[(\.\.\.)?\w+\]/g, '0')
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
      const response = await visitor.fetch(path, { method, maxRedirects: 0 })
      if (response.status() !== 405) exported.push(`${method} ${route}`)
    }
  }
  await visitor.dispose()
  expect(exported.sort()).toEqual(Object.keys(handlers).sort())

  const { node, edge } = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8'))
  expect(
    Object.values<{ exportedName: string }>(node)
      .map(({ exportedName }) => exportedName)
      .sort(),
  ).toEqual(Object.keys(actions).sort())
  expect(edge).toEqual({})
  expect(builtActions()).toHaveLength(Object.keys(actions).length)
  const nextPages: Record<string, string> = JSON.parse(readFileSync('.next/server/pages-manifest.json', 'utf8'))
  expect(
    Object.keys(nextPages).filter((route) => !['/_app', '/_document', '/_error', '/404', '/500'].includes(route)),
  ).toEqual([])
  // What is rendered at build time has asked nobody who they are.
  const { routes: prerendered } = JSON.parse(readFileSync('.next/prerender-manifest.json', 'utf8'))
  expect(Object.keys(prerendered).sort()).toEqual(['/_global-error', '/icon.svg'])
})

const accepted = ['200', 'home', 'done', 'set']
/** Whoever is let in, else anybody. */
const welcome = ({ answers }: Row): Person =>
  people.find((person) => accepted.includes(answers[person])) ?? 'administrator'
/** It reads the ledger and keeps what it found beside it. */
const leavesNoRow = 'POST /api/v1/imports/[id]/preview'
const isWrite = (door: string) => door in actions || /^(POST|PUT|PATCH|DELETE) /.test(door)
/** Whoever takes a file away is in the journal, though a link is enough to do so. */
const isJournalled = (door: string) => isWrite(door) || door.startsWith('GET /export/')

const elsewhere: Record<string, Record<string, string>> = {
  'no Origin': {},
  'a foreign Origin': { origin: 'https://evil.example' },
  'an Origin of another port': { origin: 'http://127.0.0.1:1' },
  'a page of another site': { origin: address, 'sec-fetch-site': 'cross-site' },
  'a page of another host of this site': { origin: address, 'sec-fetch-site': 'same-site' },
}
const kept = ['next-auth.session-token', 'locale', 'theme']

test('a write that no page of ours sent is refused, whoever sends it', async () => {
  const before = contents()
  for (const row of rows.filter(({ door, place }) => isWrite(door) && place !== 'other')) {
    for (const [from, headers] of Object.entries(elsewhere)) {
      const { said, cookies } = await visit(welcome(row), row, headers)
      const what = `${row.door} from ${from}`
      expect.soft(accepted, what).not.toContain(said)
      expect
        .soft(
          cookies.filter((name) => kept.includes(name)),
          what,
        )
        .toEqual([])
      expect.soft(contents(), what).toBe(before)
    }
  }
})

test('every door answers everybody as it is written, and says no word of a unit to who may not read it', async () => {
  let before = contents()
  for (const row of rows) {
    const name = `${row.door} ${row.place ?? ''}`
    const said: Record<string, string> = {}
    for (const person of people) {
      const journal = written()
      const answer = await visit(person, row, { origin: address })
      said[person] = answer.said
      const after = contents()
      const leavesRow = isJournalled(row.door) && row.door !== leavesNoRow
      const writes = answer.said === 'done' || (leavesRow && answer.said === '200')
      if (writes) expect.soft(written(), `${name}: one row in the journal`).toEqual([...journal, person])
      else expect.soft(after === before, `${name}: nothing is changed by ${person}`).toBe(true)
      before = after
    }
    expect.soft(said, name).toEqual(row.answers)
  }
  for (const person of people) {
    const { said, body } = await knock(visitorOf(person), { path: '/no-such-page' }, {})
    heard.get(person)?.push({ door: '/no-such-page', body })
    expect.soft(said, `/no-such-page: ${person}`).toBe('404')
  }

  for (const unit of ['own', 'other', 'above'] as const) {
    for (const person of people) {
      const all = heard.get(person) ?? []
      if (readers[unit].includes(person)) {
        const unheard = watchedTexts.filter((word) => !all.some(({ body }) => body.includes(`canary-${unit} ${word}`)))
        expect.soft(unheard, `${person} reads ${unit}`).toEqual([])
      } else {
        const told = all.filter(({ body }) => canaries[unit].test(body)).map(({ door }) => door)
        expect.soft(told, `${person} is told of ${unit}`).toEqual([])
      }
    }
  }
})
