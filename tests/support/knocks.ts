/** How each door of the application is knocked at: one request for every entry of the registry, such as a page sends. */
import { createHash } from 'node:crypto'
import type { actions, handlers, pages } from '#app/_server/policies.ts'
import { type Finding, findingKey, fingerprint } from '#domain/finding.ts'
import { type Person, type Place, people } from './answers.ts'

export type Door = keyof typeof pages | keyof typeof handlers | keyof typeof actions

export type Knock = { method?: string; path: string } & (
  | { body?: Record<string, unknown> }
  /** What is no JSON: a file. */
  | { raw: string | Buffer }
  | { form: Record<string, string> }
  /** A server action: the arguments bound before its state and form, and the fields of the form. */
  | { action: string; bound: readonly unknown[] | null; fields: Record<string, string> }
)

/** A file that a document may have. */
export const pdf = Buffer.from('%PDF-1.7\n')

/** The unit whose sheet everybody asks for, in the year that has its figures. */
const unitOf = (place: Place | null) =>
  place === 'unopened' ? 'other' : place === 'other' || place === 'above' ? place : 'own'
export const shownYear = 2090
export const password = 'một mật khẩu thật dài'
const changedPassword = 'một mật khẩu khác, cũng dài'

/** Each person finds a sheet of their own behind each of these doors, so that no answer depends on the one before. */
const sheetDoors = {
  'PUT /api/v1/sheets/[unit]/[year]/figures': 'draft',
  submitSheet: 'draft',
  addSheetLine: 'draft',
  endSheetLine: 'draft',
  returnSheet: 'submitted',
  approveSheet: 'submitted',
  lockSheet: 'approved',
  reopenSheet: 'locked',
  acknowledgeFinding: 'submitted',
  markSheetLine: 'draft',
} as const
type SheetDoor = keyof typeof sheetDoors

const firstYear = 1990
const yearBehind = (door: SheetDoor, person: Person): number =>
  firstYear + Object.keys(sheetDoors).indexOf(door) * people.length + people.indexOf(person)

/** Years are few: only who may import finds a sheet of their own behind the imports, the others share one. */
const firstImportYear = firstYear + Object.keys(sheetDoors).length * people.length
const importers: readonly Person[] = ['editor', 'above']
const importYear = (door: 'commit' | 'undo', person: Person): number =>
  firstImportYear + (door === 'undo' ? importers.length + 1 : 0) + importers.indexOf(person) + 1

/** The sheets that must stand in every unit that is asked about, each with its state. */
export const sheetsToKnockAt = [
  ...Object.entries(sheetDoors).flatMap(([, state], index) =>
    people.map((_, person) => ({ year: firstYear + index * people.length + person, state })),
  ),
  ...Array.from({ length: 2 * (importers.length + 1) }, (_, index) => ({
    year: firstImportYear + index,
    state: 'draft',
  })),
]

const awaiting: Finding = {
  lineId: null,
  indicatorCode: null,
  figures: [],
  kind: 'awaiting',
  tier: 'assigned',
  count: 1,
  stated: false,
}

/** What each person is about to import behind these doors: one figure of their own sheet. */
export const importDoors = ['choose', 'preview', 'commit', 'undo', 'discard'] as const
export type ImportDoor = (typeof importDoors)[number]
export const importOf = (door: ImportDoor, person: string): string => `import-${door}-${person}`
export const importedFile = (door: ImportDoor, person: Person): string => {
  const year = importYear(door === 'undo' ? 'undo' : 'commit', person)
  return `unit,year,indicator_code,adopted_plan\nown,${year},NS-THU,7\n`
}
/** The hash of the difference that each person saw; whoever furnishes the ledger makes their previews. */
export const seenDiffs = new Map<string, string>()

const atImport =
  (door: ImportDoor, method: string, rest: string, body: (person: Person) => Record<string, unknown> = () => ({})) =>
  ({ person }: Visit): Knock => ({
    method,
    path: `/api/v1/imports/${importOf(door, person)}${rest}`,
    body: { key: crypto.randomUUID(), ...body(person) },
  })

type Visit = { place: Place | null; person: Person }
type Ways = Record<Door, (visit: Visit) => Knock>

const at = (path: string) => (): Knock => ({ path })
/** An export of a unit, or of everything. */
const file =
  (name: string) =>
  ({ place }: Visit): Knock => ({ path: `/export/${name}${place ? `?unit=${unitOf(place)}` : ''}` })
const post = (
  path: string,
  action: keyof typeof actions,
  fields: Record<string, string>,
  bound: readonly unknown[] = [],
): Knock => ({ method: 'POST', path, action, bound, fields: { key: `${action} ${crypto.randomUUID()}`, ...fields } })

/** A form on the page of a sheet, to which the page bound the sheet's unit and year. */
const onSheet =
  (door: SheetDoor & keyof typeof actions, fields: Record<string, string>, page = '') =>
  ({ place, person }: Visit): Knock =>
    post(`/units/${unitOf(place)}/${shownYear}${page}`, door, fields, [unitOf(place), yearBehind(door, person)])

/** The forms of a preference have no state: their one argument is the form. */
const preference = (action: keyof typeof actions, fields: Record<string, string>) => (): Knock => ({
  method: 'POST',
  path: '/sign-in',
  action,
  bound: null,
  fields,
})

/** The form of the sign-in page; visitor.ts adds the token that it carries. */
export const signInAs = (username: string): Knock => ({
  method: 'POST',
  path: '/api/auth/callback/credentials',
  form: { username, password, callbackUrl: '/' },
})

export const ways: Ways = {
  '/': at(`/?year=${shownYear}`),
  '/account': at('/account'),
  '/catalogue/indicators': at('/catalogue/indicators?edit=NS-THU.1'),
  '/catalogue/units': at('/catalogue/units?edit=own'),
  // Everybody asks for their own unit and for one that is another's.
  '/compare': at(`/compare?a=own.${shownYear}&b=other.${shownYear}`),
  '/documents': at('/documents?q=bao'),
  '/documents/[code]': at('/documents/report'),
  '/entry': at('/entry'),
  '/import': at('/import'),
  '/indicators': at('/indicators'),
  '/indicators/[code]': ({ place }) => ({ path: `/indicators/ONLY-${unitOf(place).toUpperCase()}` }),
  '/journal': at('/journal'),
  // A word of every unit's name.
  '/search': at('/search?q=unit'),
  '/sign-in': at('/sign-in'),
  '/units': at('/units?open=own'),
  '/units/[unit]': ({ place }) => ({ path: `/units/${unitOf(place)}` }),
  '/units/[unit]/[year]': ({ place }) => ({
    path: `/units/${unitOf(place)}/${place === 'unopened' ? shownYear - 1 : shownYear}`,
  }),
  '/units/[unit]/[year]/entry': ({ place }) => ({ path: `/units/${unitOf(place)}/${shownYear}/entry` }),
  '/units/[unit]/[year]/lines/[code]': ({ place }) => ({
    path: `/units/${unitOf(place)}/${shownYear}/lines/NS-THU`,
  }),
  '/users': at('/users?edit=newcomer'),

  'GET /api/auth/[...nextauth]': at('/api/auth/csrf'),
  // Under another name: whoever they were, they are somebody else afterwards.
  'POST /api/auth/[...nextauth]': () => signInAs('somebody'),
  'GET /api/v1/sheets/[unit]/[year]': ({ place }) => ({ path: `/api/v1/sheets/${unitOf(place)}/${shownYear}` }),
  'GET /api/v1/sheets/[unit]/[year]/history': ({ place }) => ({
    path: `/api/v1/sheets/${unitOf(place)}/${shownYear}/history?indicator=NS-THU&kind=official`,
  }),
  'GET /api/v1/sheets/[unit]/[year]/sentences': ({ place }) => ({
    path: `/api/v1/sheets/${unitOf(place)}/${shownYear}/sentences`,
  }),
  'PUT /api/v1/sheets/[unit]/[year]/figures': ({ place, person }) => ({
    method: 'PUT',
    path: `/api/v1/sheets/${unitOf(place)}/${yearBehind('PUT /api/v1/sheets/[unit]/[year]/figures', person)}/figures`,
    body: {
      key: crypto.randomUUID(),
      changes: [
        {
          indicator: 'NS-THU',
          kind: place === 'plan' ? 'assigned_plan' : 'adopted_plan',
          quantity: '1',
          expectedVersion: null,
        },
      ],
    },
  }),
  'GET /api/v1/sheets/[unit]/[year]/changes': ({ place }) => ({
    path: `/api/v1/sheets/${unitOf(place)}/${shownYear}/changes?since=0`,
  }),
  'GET /api/v1/documents': at('/api/v1/documents?q=bao+cao'),
  'POST /api/v1/documents': () => ({
    method: 'POST',
    path: '/api/v1/documents',
    body: { key: crypto.randomUUID(), title: 'Quyết định giao chỉ tiêu', number: '1/QĐ-UBND' },
  }),
  'GET /api/v1/documents/[code]/file': at('/api/v1/documents/report/file'),
  // To a document of their own: the first file of each is attached, not replaced.
  'PUT /api/v1/documents/[code]/file': ({ person }) => ({
    method: 'PUT',
    path: `/api/v1/documents/of-${person}/file?${new URLSearchParams({ key: crypto.randomUUID(), name: 'scan', size: String(pdf.byteLength), sha256: createHash('sha256').update(pdf).digest('hex') })}`,
    raw: pdf,
  }),
  'POST /api/v1/imports': ({ person }) => {
    const raw = importedFile('commit', person)
    const sha256 = createHash('sha256').update(raw).digest('hex')
    const known = new URLSearchParams({
      name: 'so-lieu.csv',
      sha256,
      size: String(raw.length),
      key: crypto.randomUUID(),
    })
    return { method: 'POST', path: `/api/v1/imports?${known}`, raw }
  },
  'PUT /api/v1/imports/[id]': atImport('choose', 'PUT', '', () => ({ choices: { style: 'vi' } })),
  'DELETE /api/v1/imports/[id]': atImport('discard', 'DELETE', ''),
  'POST /api/v1/imports/[id]/preview': atImport('preview', 'POST', '/preview'),
  'POST /api/v1/imports/[id]/commit': atImport('commit', 'POST', '/commit', (person) => ({
    diff: seenDiffs.get(person) ?? '',
  })),
  'POST /api/v1/imports/[id]/undo': atImport('undo', 'POST', '/undo'),
  // Of the preview that they made behind the door above.
  'GET /api/v1/imports/[id]/errors.csv': ({ person }) => ({
    path: `/api/v1/imports/${importOf('preview', person)}/errors.csv`,
  }),
  'GET /api/v1/search': at('/api/v1/search?q=unit'),
  'GET /export/bieu.xlsx': ({ place }) => ({
    path: `/export/bieu.xlsx?year=${shownYear}${place ? `&unit=${unitOf(place)}` : ''}`,
  }),
  'GET /export/figures.csv': file('figures.csv'),
  'GET /export/figures.xlsx': file('figures.xlsx'),
  'GET /export/journal.csv': file('journal.csv'),
  'GET /export/revisions.csv': file('revisions.csv'),
  'GET /icon.svg': at('/icon.svg'),
  'GET /livez': at('/livez'),
  'GET /readyz': at('/readyz'),

  // The sheet has a line of the assigned set, and no result.
  acknowledgeFinding: onSheet('acknowledgeFinding', {
    finding: findingKey(awaiting),
    fingerprint: fingerprint(awaiting, null),
    note: 'Đã hỏi',
  }),
  addSheetLine: onSheet('addSheetLine', { indicator: 'NS-CHI', inAdoptedSet: 'on' }, '/entry'),
  approveSheet: onSheet('approveSheet', {}),
  changePasswordForm: () => post('/account', 'changePasswordForm', { current: password, next: changedPassword }),
  createUserForm: ({ person }) =>
    post('/users', 'createUserForm', { username: `new.${person}`, name: 'Người mới', password }, [{}]),
  endGrantForm: () => post('/users', 'endGrantForm', { grant: 'grant of somebody' }, [{ username: 'somebody' }]),
  endSheetLine: onSheet('endSheetLine', { indicator: 'NS-THU', reason: 'Không giao nữa' }, '/entry'),
  grantRoleForm: () => post('/users', 'grantRoleForm', { username: 'somebody', role: 'editor', unit: 'other' }),
  lockSheet: onSheet('lockSheet', {}),
  markSheetLine: onSheet(
    'markSheetLine',
    { indicator: 'NS-THU', inAdoptedSet: 'on', seenInAssignedSet: 'on', seenInAdoptedSet: 'on' },
    '/entry',
  ),
  openYearOfUnit: ({ place, person }) =>
    post('/units', 'openYearOfUnit', { unit: unitOf(place), year: String(shownYear + 1 + people.indexOf(person)) }),
  recordSuccessionForm: () =>
    post('/catalogue/units', 'recordSuccessionForm', {
      unit: 'above',
      side: 'successor',
      related: 'elsewhere',
      part: 'part',
    }),
  removeSuccessionForm: () =>
    post('/catalogue/units', 'removeSuccessionForm', { predecessor: 'former', successor: 'elsewhere' }, [
      { unit: 'former' },
    ]),
  reopenSheet: onSheet('reopenSheet', { comment: 'Xem lại' }),
  returnSheet: onSheet('returnSheet', { comment: 'Thiếu nguồn' }),
  saveDocumentForm: ({ person }) => post('/documents', 'saveDocumentForm', { title: `Thông báo của ${person}` }),
  saveIndicatorForm: ({ person }) =>
    post(
      '/catalogue/indicators',
      'saveIndicatorForm',
      {
        code: `NEW-${person}`,
        nameVi: 'Chỉ tiêu mới',
        nameEn: 'A new indicator',
        group: 'budget',
        valueType: 'amount',
        direction: 'higher',
        unitOfMeasure: 'tỷ đồng',
        decimals: '0',
        breakdownRule: 'none',
        validFromYear: '2020',
      },
      [{}],
    ),
  saveUnitForm: ({ person }) =>
    post(
      '/catalogue/units',
      'saveUnitForm',
      { code: `9${people.indexOf(person)}`, name: `Tỉnh mới ${person}`, kind: 'province', validFrom: '2020-01-01' },
      [{}],
    ),
  setLocale: preference('setLocale', { locale: 'vi' }),
  setTheme: preference('setTheme', { theme: 'dark' }),
  signOut: preference('signOut', {}),
  submitSheet: onSheet('submitSheet', {}),
}
