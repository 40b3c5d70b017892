import type { Action, Target } from '#domain/permissions.ts'

/**
 * Every door of the application and whom it lets in. A page or handler that is not written here has no gate, and so
 * no Reader; what is written here and not built, or built and not written here, fails the tests.
 *
 * - public: anybody.
 * - signed_in: every account. What such a door lists is what the person may read, were it nothing.
 * - on product: those who may do this to what belongs to no unit; to others the door does not exist.
 * - on unit, on account: those who may do this to what is addressed; asked where that is found, by the queries and by
 *   write(). Somebody who may not read it learns nothing of it.
 */
export type Policy = 'public' | 'signed_in' | { action: Action; on: Target['kind'] }

export const pages = {
  '/': 'signed_in',
  '/account': 'signed_in',
  '/catalogue/indicators': { action: 'administer', on: 'product' },
  '/catalogue/units': { action: 'administer', on: 'product' },
  '/compare': { action: 'read', on: 'product' },
  // Documents are published sources and of no unit: who reads or approves a figure must be able to open what it was
  // taken from, as the notes beside figures name it. The cells and sheets that one is shown to be cited in are only those
  // that the person may read.
  '/documents': { action: 'read', on: 'product' },
  '/documents/[code]': { action: 'read', on: 'product' },
  '/entry': 'signed_in',
  '/import': { action: 'import_figures', on: 'product' },
  '/indicators': { action: 'read', on: 'product' },
  '/indicators/[code]': { action: 'read', on: 'unit' },
  // The rows that it shows are those that the person may read (db/queries/read-journal.ts).
  '/journal': { action: 'read', on: 'product' },
  '/search': 'signed_in',
  '/sign-in': 'public',
  '/units': 'signed_in',
  '/units/[unit]': { action: 'read', on: 'unit' },
  '/units/[unit]/[year]': { action: 'read', on: 'unit' },
  '/units/[unit]/[year]/entry': { action: 'read', on: 'unit' },
  '/units/[unit]/[year]/lines/[code]': { action: 'read', on: 'unit' },
  '/users': { action: 'administer', on: 'product' },
} as const satisfies Record<string, Policy>

export const handlers = {
  'GET /api/auth/[...nextauth]': 'public',
  'POST /api/auth/[...nextauth]': 'public',
  // To choose one from while citing.
  'GET /api/v1/documents': { action: 'cite_document', on: 'product' },
  'POST /api/v1/documents': { action: 'cite_document', on: 'product' },
  'GET /api/v1/documents/[code]/file': { action: 'read', on: 'product' },
  'PUT /api/v1/documents/[code]/file': { action: 'cite_document', on: 'product' },
  // Whose it is not, to them it does not exist.
  'POST /api/v1/imports': { action: 'import_figures', on: 'product' },
  'PUT /api/v1/imports/[id]': { action: 'import_figures', on: 'product' },
  'DELETE /api/v1/imports/[id]': { action: 'import_figures', on: 'product' },
  'POST /api/v1/imports/[id]/preview': { action: 'import_figures', on: 'product' },
  'POST /api/v1/imports/[id]/commit': { action: 'import_figures', on: 'product' },
  'POST /api/v1/imports/[id]/undo': { action: 'import_figures', on: 'product' },
  'GET /api/v1/imports/[id]/errors.csv': { action: 'import_figures', on: 'product' },
  'GET /api/v1/search': 'signed_in',
  'GET /api/v1/sheets/[unit]/[year]': { action: 'read', on: 'unit' },
  'GET /api/v1/sheets/[unit]/[year]/changes': { action: 'read', on: 'unit' },
  'PUT /api/v1/sheets/[unit]/[year]/figures': { action: 'write_figures', on: 'unit' },
  'GET /api/v1/sheets/[unit]/[year]/history': { action: 'read', on: 'unit' },
  'GET /api/v1/sheets/[unit]/[year]/sentences': { action: 'read', on: 'unit' },
  // Of a unit, or of all that one may read; records of everything are the administrator's (db/commands/export-records.ts).
  'GET /export/bieu.xlsx': { action: 'read', on: 'unit' },
  'GET /export/figures.csv': { action: 'read', on: 'unit' },
  'GET /export/figures.xlsx': { action: 'read', on: 'unit' },
  'GET /export/journal.csv': { action: 'read', on: 'unit' },
  'GET /export/revisions.csv': { action: 'read', on: 'unit' },
  'GET /icon.svg': 'public',
  'GET /livez': 'public',
  'GET /readyz': 'public',
} as const satisfies Record<string, Policy>

/** Server actions by the name they are exported under; each runs one command, whose `action` is the one named here. */
export const actions = {
  acknowledgeFinding: { action: 'review_findings', on: 'unit' },
  addSheetLine: { action: 'edit_lines', on: 'unit' },
  approveSheet: { action: 'approve', on: 'unit' },
  changePasswordForm: { action: 'own_account', on: 'account' },
  createUserForm: { action: 'administer', on: 'product' },
  endGrantForm: { action: 'administer', on: 'product' },
  endSheetLine: { action: 'edit_lines', on: 'unit' },
  grantRoleForm: { action: 'administer', on: 'product' },
  lockSheet: { action: 'lock', on: 'unit' },
  markSheetLine: { action: 'edit_lines', on: 'unit' },
  openYearOfUnit: { action: 'open_year', on: 'unit' },
  recordSuccessionForm: { action: 'administer', on: 'product' },
  removeSuccessionForm: { action: 'administer', on: 'product' },
  reopenSheet: { action: 'reopen', on: 'unit' },
  returnSheet: { action: 'return', on: 'unit' },
  saveDocumentForm: { action: 'cite_document', on: 'product' },
  saveIndicatorForm: { action: 'administer', on: 'product' },
  saveUnitForm: { action: 'administer', on: 'product' },
  setLocale: 'public',
  setTheme: 'public',
  signOut: 'public',
  submitSheet: { action: 'submit', on: 'unit' },
} as const satisfies Record<string, Policy>

type Closed<Doors> = { [Door in keyof Doors]: Doors[Door] extends 'public' ? never : Door }[keyof Doors]

/** The pages, and the handlers, that have a gate. */
export type ClosedPage = Closed<typeof pages>
export type ClosedHandler = Closed<typeof handlers>
