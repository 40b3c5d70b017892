/**
 * The guards of the house, each with the way to take it away and the test that must notice (removals.ts). What comes
 * in numbers is found in the sources, so that a new one of its kind is tried without being named here.
 */
import { globSync, readFileSync } from 'node:fs'

export type Removal = {
  what: string
  file: string
  /** Text of the file, which is replaced wherever it stands. */
  find: string
  replacement: string
  /** Files of vitest; or one of Playwright, where only a build and its server can tell. */
  tests: readonly string[]
  /** Only the tests with these words in their names. */
  named?: string
}

/** What a pattern finds in some files, each text once. */
function found(files: string, pattern: RegExp): { file: string; text: string; match: RegExpExecArray }[] {
  return globSync(files)
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
    .flatMap((file) => {
      const all = [...readFileSync(file, 'utf8').matchAll(pattern)].map((match) => ({ file, text: match[0], match }))
      return all.filter(({ text }, index) => all.findIndex((one) => one.text === text) === index)
    })
}

const db = (...names: string[]) => names.map((name) => `tests/db/${name}.test.ts`)
const registry = ['tests/app/policies.test.ts']
const build = ['tests/e2e/policies.spec.ts']

/** The tests that specify a command. */
const testsOf: Record<string, string[]> = {
  'acknowledge-finding': db('acknowledge-finding'),
  'add-line': db('lines'),
  'attach-file': db('attach-file'),
  'change-password': db('people'),
  'choose-import': db('imports'),
  'commit-import': db('imports'),
  'create-user': db('people'),
  'discard-import': db('imports'),
  'end-grant': db('people'),
  'end-line': db('lines'),
  'export-figures': db('export'),
  'export-records': db('export'),
  'grant-role': db('people'),
  'mark-line': db('lines'),
  'move-sheet': db('move-sheet', 'write'),
  'open-year': db('open-year', 'imports'),
  'record-statements': db('record-statements'),
  'record-succession': db('successions'),
  'remove-succession': db('successions'),
  'save-document': db('catalogue'),
  'save-indicator': db('catalogue'),
  'save-unit': db('catalogue', 'successions'),
  'set-figures': db('set-figures', 'write'),
  'start-import': db('imports'),
  'undo-import': db('imports'),
}
const commandOf = (file: string) => /(\S+)\.ts$/.exec(file.slice('db/commands/'.length))?.[1] ?? ''
const testsOfFile = (file: string) => testsOf[commandOf(file)] ?? []

const actions = found('db/commands/*.ts', /^ {2}action: (?!'read').+,$/gm).map(({ file, text }) => ({
  what: `${commandOf(file)}: anybody may who may read`,
  file,
  find: text,
  replacement: "  action: 'read',",
  tests: testsOfFile(file),
}))

/** A statement of a batch, on one line or several, that lets it through only where something still holds. */
const guard = /^( +)(?:(?:\.\.\.)?guard.*\),|\.\.\..*\bguard\w+\(.*,|guard\w+\(\n(?:\1 +.*\n)+\1\),)\n/gm
const guards = found('db/commands/*.ts', guard).map(({ file, text }) => ({
  what: `${commandOf(file)}: ${text.replace(/\s+/g, ' ').trim().slice(0, 60)}`,
  file,
  find: text,
  replacement: '',
  tests: testsOfFile(file),
}))

/** What a plan looks at before it answers: a refusal with a sentence, where the batch would only fail. */
const refusal = /^ +if \(.+\)(?=(?: \{)?\s+return (?:refuse|invalid|taken)\()/gm
const refusals = found('db/commands/*.ts', refusal).map(({ file, text }) => ({
  what: `${commandOf(file)}: ${text.trim()}`,
  file,
  find: text,
  replacement: 'if (false)',
  tests: testsOfFile(file),
}))

const triggers = found('drizzle/*.sql', /CREATE TRIGGER "(\w+)"[\s\S]*?END;/g).map(({ file, text, match }) => ({
  what: `trigger ${match[1]}`,
  file,
  find: text,
  replacement: 'DROP TRIGGER IF EXISTS "none";',
  // Not by the list of their names.
  ...(match[1]?.startsWith('import')
    ? { tests: db('imports'), named: 'an import from being' }
    : { tests: db('promises'), named: 'migrated from' }),
}))

const policies = found('app/_server/policies.ts', /^ {2}'?([^:'*]+)'?: ('\w+'|\{.*\}),$/gm).map(
  ({ file, text, match: [, door, policy = ''] }) => ({
    what: `policy of ${door}: ${policy === "'public'" ? 'none' : 'public'}`,
    file,
    find: text,
    replacement: policy === "'public'" ? '' : text.replace(policy, "'public'"),
    tests: registry,
  }),
)

const pageGates = found('app/**/page.tsx', /requireActor\('([^']+)'/g).map(({ file, text, match: [, route] }) => ({
  what: `page ${route}: the gate of another page`,
  file,
  find: text,
  replacement: route === '/account' ? "requireActor('/units'" : "requireActor('/account'",
  tests: registry,
}))
const handlerGates = found('app/**/route.ts', /await admit\('(.+)'\)/g).map(({ file, match: [text, door] }) => ({
  what: `${door}: no gate`,
  file,
  find: text,
  replacement: '{ ok: true, value: await currentSession() }',
  tests: registry,
}))

/** The tests of a query that has some of its own. */
const testsOfQuery: Record<string, string[]> = {
  'document-uses': db('attach-file'),
  'export-filter': db('export'),
  'import-names': db('imports'),
  'read-journal': db('read-journal'),
}
const queryOf = (file: string) => file.slice('db/queries/'.length, -'.ts'.length)

/** Whole lines, because the same words stand in other questions of the file. */
const reach = found('db/queries/*.ts', /^ .*readableUnits\((?:actor|editable\(actor\))\).*\n/gm).map(
  ({ file, text }) => ({
    what: `${file}: ${text.trim()}: all units`,
    file,
    find: `\n${text}`,
    replacement: `\n${text.replace(/readableUnits\((?:actor|editable\(actor\))\)/, 'undefined')}`,
    tests: testsOfQuery[queryOf(file)] ?? db('queries', 'lists', 'successions'),
  }),
)

type Named = [what: string, find: string, replacement: string]
const inFile = (file: string, tests: readonly string[], removals: Named[]): Removal[] =>
  removals.map(([what, find, replacement]) => ({ what, file, find, replacement, tests }))

const none = ''

export const removals: readonly Removal[] = [
  ...inFile('db/write.ts', db('write'), [
    [
      'write: the authority',
      'const relied = authority(actor, action, target)',
      "const relied = authority(actor, action, target) ?? ({ kind: 'self' } as const)",
    ],
    ['write: what a body needs besides', '...(command.also?.(address) ?? [])', none],
    [
      'write: 404 to those who may not read',
      "can(actor, 'read', target) ? refuse('forbidden', { reason: action }) : refuse('not_found')",
      "refuse('forbidden', { reason: action })",
    ],
    [
      'write: the right still stands',
      '      ...authorities.map((relied) => guardAuthority(current.id, relied)),\n',
      none,
    ],
    ['write: the unit still stands there', '      ...guardTarget(place.target),\n', none],
    [
      'write: one effect of one key',
      '    if (earlier) return earlier.ok ? ok(earlier.value as Output) : earlier\n',
      none,
    ],
    ['write: again on fresh rights', '    current = fresh\n', none],
  ]),
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: text of the sources
  ...inFile('db/guard.ts', db('write'), [
    ['guard: still employed', 'where "id" = ${actorId} and "ended_at" is null)', 'where "id" = ${actorId})'],
    ['guard: still granted', 'and "user_id" = ${actorId} and "ended_at" is null)', 'and "user_id" = ${actorId})'],
    [
      'guard: the parents',
      'lineage.map((id, level) => ({ id, parentId: lineage[level + 1] ?? null })),',
      'lineage.map((id) => ({ id })),',
    ],
    ['guard: the unit records its own plan', '({ id, recordsOwnAssignedPlan })', '({ id })'],
  ]),
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: text of the sources
  ...inFile(
    'domain/permissions.ts',
    ['tests/domain/permissions.test.ts'],
    [
      ['may: the role', 'rule.roles.includes(candidate.role) &&', 'true &&'],
      ['may: the reach', 'target.lineage.some((id) => id === grant.unitId)', 'true'],
      ['may: not the author', 'target.authors?.includes(actor.id) === false', 'true'],
      ['may: assigned from above', 'target.recordsOwnAssignedPlan || grant.unitId !== target.lineage[0]', 'true'],
      ['may: the own account', ' && target.userId === actor.id', none],
      ['may: read all units', "actor.grants.some((grant) => grant.role === 'administrator')", 'true'],
    ],
  ),
  ...inFile('db/commands/set-figures.ts', testsOf['set-figures'] ?? [], [
    ['set-figures: a reason', "rule === 'with_reason' && !input.reason", 'false'],
  ]),
  ...inFile('db/commands/attach-file.ts', db('attach-file'), [
    ['attach-file: to replace is to administer', "(replaces === null ? [] : ['administer'])", '[]'],
  ]),
  ...inFile('db/queries/cell-history.ts', db('queries'), [
    ['cell history: may read', " || !can(actor, 'read', unit.target)", none],
  ]),
  ...inFile('db/queries/sheet-changes.ts', db('sheet-changes'), [
    ['sheet changes: may read', " || !can(actor, 'read', unit.target)", none],
  ]),
  ...inFile('db/queries/remembered-sheets.ts', db('remembered-sheets'), [
    ['a remembered sheet: its journal', 'kept?.stamp === stamp', 'kept'],
  ]),
  ...inFile('db/queries/find-actor.ts', db('queries', 'write', 'sign-in'), [
    ['actor: employed', ', isNull(users.endedAt)', none],
    ['actor: live grants', ', isNull(grants.endedAt)', none],
  ]),
  ...inFile('db/queries/find-session.ts', db('sign-in'), [
    ['session: the stamp', ', eq(users.stamp, sessions.stamp)', none],
    ['session: employed', ', isNull(users.endedAt)', none],
    ['session: its end', 'const end = sessionEnd(life, now)', 'const end = null'],
  ]),
  ...inFile('db/sign-in.ts', db('sign-in'), [
    [
      'sign-in: the limits',
      "  if (!counted.ok) return { is: 'limited', until: await fullUntil(engine.reader, binding, at) }\n",
      none,
    ],
    ['sign-in: the password', 'if (!account || !verified.value)', 'if (!account)'],
  ]),
  ...inFile('app/_server/gate.ts', registry, [
    ['gate: the policy', "admits(policy, session.actor) ? ok(session) : refuse('not_found')", 'ok(session)'],
    ['gate: signed in', "  if (!session) return refuse('unauthenticated')\n", none],
  ]),
  ...inFile(
    'app/_server/origin.ts',
    ['tests/app/gates.test.ts'],
    [
      ['origin: Sec-Fetch-Site', "  if (site !== null && site !== 'same-origin') return false\n", none],
      [
        'origin: a missing one',
        'if (!origin || !URL.canParse(origin)) return false',
        'if (!origin || !URL.canParse(origin)) return true',
      ],
      ['origin: a foreign one', 'return origin === new URL(env().NEXTAUTH_URL).origin ||', 'return true ||'],
    ],
  ),
  ...inFile(
    'app/_server/csrf.ts',
    ['tests/app/gates.test.ts'],
    [['csrf: made here', 'return hash === expected ? token : null', 'return token']],
  ),
  ...inFile(
    'app/_server/return-path.ts',
    ['tests/app/gates.test.ts'],
    [['after sign-in: our own pages', "url.origin !== base.origin || url.pathname.startsWith('//')", 'false']],
  ),
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: text of the sources
  ...inFile(
    'components/entry/unsent.ts',
    ['tests/app/unsent.test.ts'],
    [
      ['unsent: by this person', '${PREFIX} ${person} ', '${PREFIX} '],
      ['unsent: of this sheet', '${unit} ${year} `', '`'],
    ],
  ),
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: text of the sources
  ...actions,
  ...guards,
  ...refusals,
  ...triggers,
  ...policies,
  ...pageGates,
  ...handlerGates,
  ...reach,
  ...inFile('app/_server/action.ts', build, [['every command: the Origin', '!isOwnOrigin(await headers())', 'false']]),
  ...inFile('app/_server/preference-actions.ts', build, [
    ['preferences and sign-out: the Origin', '!isOwnOrigin(await headers())', 'false'],
  ]),
  ...inFile('app/api/auth/[...nextauth]/route.ts', build, [
    ['sign-in: the Origin', '!isOwnOrigin(request.headers)', 'false'],
  ]),
  ...inFile(
    'app/_server/session.ts',
    ['tests/e2e/sign-in.spec.ts'],
    [['session: one that ended', ' || found.end !== null', none]],
  ),
  ...inFile(
    'app/api/v1/sheets/[unit]/[year]/figures/route.ts',
    ['tests/e2e/entry-care.spec.ts'],
    [['figures: by whom they were typed', 'typist === actor.id', 'true']],
  ),
  ...inFile('app/(desk)/users/page.tsx', build, [
    ['page /users: the gate of another page', "requireActor('/users'", "requireActor('/account'"],
  ]),
  ...inFile(
    'app/_server/download.ts',
    ['tests/e2e/doors.spec.ts'],
    [
      ['export: a HEAD takes nothing', "request.method === 'HEAD'", 'false'],
      ['export: a page of another site', "site !== 'same-origin'", 'false'],
      ['export: fetched ahead of a click', '/prefetch|prerender|preview/', '/^$x/'],
    ],
  ),
  ...inFile('db/commands/export-records.ts', db('export'), [
    ['records of everything are the administrator’s', "unit === undefined ? ['administer'] : []", '[]'],
  ]),
  ...inFile('db/queries/readable.ts', build, [['every list: the reach', 'roots === null', 'roots']]),
]
