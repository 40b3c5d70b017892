/**
 * What every door answers to everybody, written by hand: the law that app/_server/policies.ts must keep. Nothing here
 * is computed from the permissions of the domain.
 *
 * People: nobody (not signed in) · newcomer (an account without a grant) · viewer, editor, approver of the unit `own` ·
 * above (editor of the unit over it) · administrator · ended (an editor whose account ended since they signed in) ·
 * changed (an editor whose password was changed elsewhere since).
 *
 * Where: `own`; `other`, a unit beside it under another superior; `above`, the unit over it; `plan`, the assigned plan
 * of `own`; `unopened`, a year of which `other` has no sheet.
 *
 * Answers: an HTTP status; `form`, `home` and `sheet`, sent there; and of a server action `done`, one row in the journal, `set`,
 * a cookie and nothing else, or the status that its refusal would be.
 */
const table = `
                                                 nobody newcomer viewer editor approver above administrator ended changed

/                                              | form   200      200    200    200      200   200           form  form
/account                                       | form   200      200    200    200      200   200           form  form
/catalogue/indicators                          | form   404      404    404    404      404   200           form  form
/catalogue/units                               | form   404      404    404    404      404   200           form  form
/compare                                       | form   404      200    200    200      200   200           form  form
/documents                                     | form   404      200    200    200      200   200           form  form
/documents/[code]                              | form   404      200    200    200      200   200           form  form
/entry                                         | form   200      200    200    200      200   200           form  form
/import                                        | form   404      404    200    404      200   404           form  form
/indicators                                    | form   404      200    200    200      200   200           form  form
/indicators/[code]                       own   | form   404      200    200    200      200   200           form  form
/indicators/[code]                       other | form   404      404    404    404      404   200           form  form
/journal                                       | form   404      200    200    200      200   200           form  form
/search                                        | form   200      200    200    200      200   200           form  form
/sign-in                                       | 200    home     home   home   home     home  home          200   200
/units                                         | form   200      200    200    200      200   200           form  form
/units/[unit]                            own   | form   404      sheet  sheet  sheet    sheet sheet         form  form
/units/[unit]                            other | form   404      404    404    404      404   sheet         form  form
/units/[unit]                            above | form   404      404    404    404      sheet sheet         form  form
/units/[unit]/[year]                     own   | form   404      200    200    200      200   200           form  form
/units/[unit]/[year]                     other | form   404      404    404    404      404   200           form  form
/units/[unit]/[year]                     above | form   404      404    404    404      200   200           form  form
/units/[unit]/[year]                  unopened | form   404      404    404    404      404   200           form  form
/units/[unit]/[year]/entry               own   | form   404      200    200    200      200   200           form  form
/units/[unit]/[year]/entry               other | form   404      404    404    404      404   200           form  form
/units/[unit]/[year]/entry               above | form   404      404    404    404      200   200           form  form
/units/[unit]/[year]/lines/[code]        own   | form   404      200    200    200      200   200           form  form
/units/[unit]/[year]/lines/[code]        other | form   404      404    404    404      404   200           form  form
/units/[unit]/[year]/lines/[code]        above | form   404      404    404    404      200   200           form  form
/users                                         | form   404      404    404    404      404   200           form  form

GET /api/auth/[...nextauth]                    | 200    200      200    200    200      200   200           200   200
GET /api/v1/sheets/[unit]/[year]         own   | 401    404      200    200    200      200   200           401   401
GET /api/v1/sheets/[unit]/[year]         other | 401    404      404    404    404      404   200           401   401
GET /api/v1/sheets/[unit]/[year]         above | 401    404      404    404    404      200   200           401   401
PUT /api/v1/sheets/[unit]/[year]/figures own   | 401    404      403    200    403      200   403           401   401
PUT /api/v1/sheets/[unit]/[year]/figures plan  | 401    404      403    403    403      200   403           401   401
PUT /api/v1/sheets/[unit]/[year]/figures other | 401    404      404    404    404      404   403           401   401
PUT /api/v1/sheets/[unit]/[year]/figures above | 401    404      404    404    404      200   403           401   401
GET /api/v1/sheets/[unit]/[year]/history own   | 401    404      200    200    200      200   200           401   401
GET /api/v1/sheets/[unit]/[year]/history other | 401    404      404    404    404      404   200           401   401
GET /api/v1/sheets/[unit]/[year]/history above | 401    404      404    404    404      200   200           401   401
GET /api/v1/sheets/[unit]/[year]/sentences own   | 401    404      200    200    200      200   200           401   401
GET /api/v1/sheets/[unit]/[year]/sentences other | 401    404      404    404    404      404   200           401   401
GET /api/v1/sheets/[unit]/[year]/sentences above | 401    404      404    404    404      200   200           401   401
GET /api/v1/sheets/[unit]/[year]/changes own   | 401    404      200    200    200      200   200           401   401
GET /api/v1/sheets/[unit]/[year]/changes other | 401    404      404    404    404      404   200           401   401
GET /api/v1/sheets/[unit]/[year]/changes above | 401    404      404    404    404      200   200           401   401
GET /api/v1/documents                          | 401    404      404    200    404      200   200           401   401
POST /api/v1/documents                         | 401    404      403    200    403      200   200           401   401
GET /api/v1/documents/[code]/file              | 401    404      200    200    200      200   200           401   401
PUT /api/v1/documents/[code]/file              | 401    404      403    200    403      200   200           401   401
POST /api/v1/imports                           | 401    404      403    200    403      200   403           401   401
PUT /api/v1/imports/[id]                       | 401    404      403    200    403      200   403           401   401
POST /api/v1/imports/[id]/preview              | 401    404      403    200    403      200   403           401   401
POST /api/v1/imports/[id]/commit               | 401    404      403    200    403      200   403           401   401
POST /api/v1/imports/[id]/undo                 | 401    404      403    200    403      200   403           401   401
DELETE /api/v1/imports/[id]                    | 401    404      403    200    403      200   403           401   401
GET /api/v1/imports/[id]/errors.csv            | 401    404      404    200    404      200   404           401   401
GET /api/v1/search                             | 401    200      200    200    200      200   200           401   401
GET /export/bieu.xlsx                          | 401    404      200    200    200      200   200           401   401
GET /export/bieu.xlsx                    own   | 401    404      200    200    200      200   200           401   401
GET /export/bieu.xlsx                    other | 401    404      404    404    404      404   200           401   401
GET /export/bieu.xlsx                    above | 401    404      404    404    404      200   200           401   401
GET /export/figures.csv                        | 401    404      200    200    200      200   200           401   401
GET /export/figures.csv                  own   | 401    404      200    200    200      200   200           401   401
GET /export/figures.csv                  other | 401    404      404    404    404      404   200           401   401
GET /export/figures.csv                  above | 401    404      404    404    404      200   200           401   401
GET /export/figures.xlsx                       | 401    404      200    200    200      200   200           401   401
GET /export/figures.xlsx                 own   | 401    404      200    200    200      200   200           401   401
GET /export/figures.xlsx                 other | 401    404      404    404    404      404   200           401   401
GET /export/figures.xlsx                 above | 401    404      404    404    404      200   200           401   401
GET /export/journal.csv                        | 401    404      403    403    403      403   200           401   401
GET /export/journal.csv                  own   | 401    404      200    200    200      200   200           401   401
GET /export/journal.csv                  other | 401    404      404    404    404      404   200           401   401
GET /export/journal.csv                  above | 401    404      404    404    404      200   200           401   401
GET /export/revisions.csv                      | 401    404      403    403    403      403   200           401   401
GET /export/revisions.csv                own   | 401    404      200    200    200      200   200           401   401
GET /export/revisions.csv                other | 401    404      404    404    404      404   200           401   401
GET /export/revisions.csv                above | 401    404      404    404    404      200   200           401   401
GET /icon.svg                                  | 200    200      200    200    200      200   200           200   200
GET /livez                                     | 200    200      200    200    200      200   200           200   200
GET /readyz                                    | 200    200      200    200    200      200   200           200   200

acknowledgeFinding                       own   | 401    404      403    done   done     done  403           401   401
acknowledgeFinding                       other | 401    404      404    404    404      404   403           401   401
addSheetLine                             own   | 401    404      403    done   403      done  403           401   401
addSheetLine                             other | 401    404      404    404    404      404   403           401   401
approveSheet                             own   | 401    404      403    403    done     403   403           401   401
approveSheet                             other | 401    404      404    404    404      404   403           401   401
createUserForm                                 | 401    404      403    403    403      403   done          401   401
endGrantForm                                   | 401    404      403    403    403      403   done          401   401
endSheetLine                             own   | 401    404      403    done   403      done  403           401   401
endSheetLine                             other | 401    404      404    404    404      404   403           401   401
grantRoleForm                                  | 401    404      403    403    403      403   done          401   401
lockSheet                                own   | 401    404      403    403    done     403   403           401   401
lockSheet                                other | 401    404      404    404    404      404   403           401   401
markSheetLine                            own   | 401    404      403    done   403      done  403           401   401
markSheetLine                            other | 401    404      404    404    404      404   403           401   401
openYearOfUnit                           own   | 401    404      403    done   403      done  403           401   401
openYearOfUnit                           other | 401    404      404    404    404      404   403           401   401
recordSuccessionForm                           | 401    404      403    403    403      403   done          401   401
removeSuccessionForm                           | 401    404      403    403    403      403   done          401   401
reopenSheet                              own   | 401    404      403    403    done     403   403           401   401
reopenSheet                              other | 401    404      404    404    404      404   403           401   401
returnSheet                              own   | 401    404      403    403    done     403   403           401   401
returnSheet                              other | 401    404      404    404    404      404   403           401   401
saveDocumentForm                               | 401    404      403    done   403      done  done          401   401
saveIndicatorForm                              | 401    404      403    403    403      403   done          401   401
saveUnitForm                                   | 401    404      403    403    403      403   done          401   401
submitSheet                              own   | 401    404      403    done   done     done  403           401   401
submitSheet                              other | 401    404      404    404    404      404   403           401   401
setLocale                                      | set    set      set    set    set      set   set           set   set
setTheme                                       | set    set      set    set    set      set   set           set   set
changePasswordForm                             | 401    done     done   done   done     done  done          401   401
POST /api/auth/[...nextauth]                   | home   home     home   home   home     home  home          home  home
signOut                                        | form   form     form   form   form     form  form          form  form
`

export const people = [
  'nobody',
  'newcomer',
  'viewer',
  'editor',
  'approver',
  'above',
  'administrator',
  'ended',
  'changed',
] as const
export type Person = (typeof people)[number]

const places = ['own', 'other', 'above', 'plan', 'unopened'] as const
export type Place = (typeof places)[number]

/** One row: what this door, asked about that place, answers to each person. */
export type Row = { door: string; place: Place | null; answers: Record<Person, string> }

function readRow(line: string): Row[] {
  const [left = '', right] = line.split('|')
  if (right === undefined) return []
  const words = left.trim().split(/\s+/)
  const place = places.find((one) => one === words.at(-1)) ?? null
  const answers = right.trim().split(/\s+/)
  if (answers.length !== people.length) throw new Error(`Not one answer for each person: ${line}`)
  const given = Object.fromEntries(people.map((person, index) => [person, answers[index]]))
  // One answer for each person, as counted above.
  return [{ door: (place ? words.slice(0, -1) : words).join(' '), place, answers: given as Row['answers'] }]
}

export const rows: readonly Row[] = table.split('\n').flatMap(readRow)

/** Who may read what is written of a unit: to everybody else no answer of any door may hold a word of it. */
export const readers: Record<'own' | 'other' | 'above', readonly Person[]> = {
  own: ['viewer', 'editor', 'approver', 'above', 'administrator'],
  other: ['administrator'],
  above: ['above', 'administrator'],
}
