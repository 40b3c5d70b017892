import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Command, Found, Keyed } from '#db/command.ts'
import { addLine } from '#db/commands/add-line.ts'
import { moveSheet } from '#db/commands/move-sheet.ts'
import { openYear } from '#db/commands/open-year.ts'
import { findProduct } from '#db/commands/places.ts'
import { saveUnit } from '#db/commands/save-unit.ts'
import { setFigures } from '#db/commands/set-figures.ts'
import type { Statement } from '#db/engine.ts'
import { embeddedEngine } from '#db/engines/embedded.ts'
import { documents } from '#db/schema/documents.ts'
import { build, statement } from '#db/statement.ts'
import { refusalForLog, write } from '#db/write.ts'
import { ok } from '#domain/refusal.ts'
import { expectRefused, granted, overtaken, type Person, refused, testLedger } from '#tests/support/database.ts'

const sheet = { unit: 'bac-tu-liem', year: 2024 }
const cell = (quantity: string, expectedVersion: number | null = null, more = {}) => ({
  indicator: 'NS-THU',
  kind: 'adopted_plan',
  quantity,
  expectedVersion,
  ...more,
})
const set = (...changes: unknown[]) => ({ ...sheet, changes })

describe('the order of answers', () => {
  // Everything is wrong at once: who, where, the version and the content; each row mends what the one before refused.
  const wrong = [cell('75O', 7), cell('1 651', 7, { indicator: 'NS-CHI' })]

  test('404 where the actor may not even know, 403 where they may only read', async () => {
    const ledger = await testLedger()
    const write = (who: Person) => () => ledger.as(who).write(setFigures, set(...wrong))
    await expectRefused(ledger, write('ngoQuyenEditor'), { code: 'not_found' })
    await expectRefused(ledger, write('viewer'), { code: 'forbidden', reason: 'write_figures' })
    await expectRefused(ledger, write('administrator'), { code: 'forbidden', reason: 'write_figures' })
  })

  test('404 for a unit, year or line of addressing that does not exist, whatever the rest', async () => {
    const ledger = await testLedger()
    for (const address of [{ unit: 'nowhere' }, { year: 2031 }, { year: '2024' }, { unit: 1 }, { unit: undefined }]) {
      await expectRefused(ledger, () => ledger.as('editor').write(setFigures, { ...set(...wrong), ...address }), {
        code: 'not_found',
      })
    }
  })

  test('403 for the assigned plan before anything is said of the version or the content', async () => {
    const ledger = await testLedger()
    const changes = [cell('75O', 7, { kind: 'assigned_plan' })]
    await expectRefused(ledger, () => ledger.as('editor').write(setFigures, set(...changes)), {
      code: 'forbidden',
      reason: 'write_assigned_plan',
    })
  })

  test('403 for the assigned plan in a body that is not even well formed', async () => {
    const ledger = await testLedger()
    const body = { ...set(cell('1', null, { kind: 'assigned_plan' }), 'no cell', null), key: 'short', surprise: 1 }
    await expectRefused(ledger, () => ledger.as('editor').write(setFigures, body), {
      code: 'forbidden',
      reason: 'write_assigned_plan',
    })
    await expectRefused(ledger, () => ledger.as('editor').write(setFigures, { ...sheet, changes: 'none' }), {
      code: 'invalid',
    })
  })

  test('403 where they may only read, though the body names no figure', async () => {
    const ledger = await testLedger()
    for (const changes of [[], 'none', undefined]) {
      await expectRefused(ledger, () => ledger.as('viewer').write(setFigures, { ...sheet, changes }), {
        code: 'forbidden',
        reason: 'write_figures',
      })
    }
  })

  test('409 for the version of one cell before 422 for another that is not on the sheet; then all that is wrong', async () => {
    const ledger = await testLedger()
    const misplaced = cell('1', null, { indicator: 'XH-VIEC-LAM' })
    await expectRefused(ledger, () => ledger.as('editor').write(setFigures, set(misplaced, cell('1', 7))), {
      code: 'conflict',
      reason: 'changed_since',
    })
    await expectRefused(ledger, () => ledger.as('editor').write(setFigures, set(misplaced, cell('75O'))), {
      code: 'invalid',
      problems: [
        { path: 'changes.0.indicator', reason: 'not_on_sheet' },
        expect.objectContaining({ path: 'changes.1.quantity' }),
      ],
    })
  })

  test('409 for the version, then 422 for every cell of the content', async () => {
    const ledger = await testLedger()
    await expectRefused(ledger, () => ledger.as('editor').write(setFigures, set(...wrong)), {
      code: 'conflict',
      reason: 'changed_since',
    })
    const seen = wrong.map((change) => ({ ...change, expectedVersion: null }))
    await expectRefused(ledger, () => ledger.as('editor').write(setFigures, set(...seen)), {
      code: 'invalid',
      problems: [
        expect.objectContaining({ path: 'changes.0.quantity' }),
        expect.objectContaining({ path: 'changes.1.quantity' }),
      ],
    })
  })

  test('422 for a body of another shape, field by field', async () => {
    const ledger = await testLedger()
    await expectRefused(ledger, () => ledger.as('editor').write(setFigures, { ...set(), surprise: 1, key: 'short' }), {
      code: 'invalid',
      problems: expect.arrayContaining([
        { path: 'key', reason: 'bad_key' },
        { path: 'changes', reason: 'required' },
        { path: '', reason: 'unrecognized_keys' },
      ]),
    })
  })

  test('a body that is no object is not found, because it names no sheet', async () => {
    const { engine, person } = await testLedger()
    for (const body of [null, 'text', 5, undefined]) {
      expect(refused(await write(engine, setFigures, await person('editor'), body)).code).toBe('not_found')
    }
  })
})

describe('a key that comes again', () => {
  const input = { ...set(cell('3.504')), key: 'one-and-the-same' }

  test('with the same body answers what was answered, and has one effect', async () => {
    const ledger = await testLedger()
    const first = granted(await ledger.as('editor').write(setFigures, input))
    const contents = ledger.contents()
    expect(granted(await ledger.as('editor').write(setFigures, input))).toEqual(first)
    expect(ledger.contents()).toEqual(contents)
  })

  test('with another body is refused', async () => {
    const ledger = await testLedger()
    granted(await ledger.as('editor').write(setFigures, input))
    const other = { ...input, changes: [cell('3.600', 1)] }
    await expectRefused(ledger, () => ledger.as('editor').write(setFigures, other), { code: 'key_reused' })
  })

  test('for another command is refused', async () => {
    const ledger = await testLedger()
    granted(await ledger.as('editor').write(setFigures, input))
    await expectRefused(ledger, () => ledger.as('editor').write(moveSheet.submit, { ...sheet, key: input.key }), {
      code: 'key_reused',
    })
  })

  test('from somebody else is another key', async () => {
    const ledger = await testLedger()
    granted(await ledger.as('editor').write(setFigures, input))
    granted(await ledger.as('colleague').write(setFigures, { ...input, changes: [cell('3.600', 1)] }))
    expect(ledger.one('select value from figures')).toBe(3600)
  })

  test('at the same moment has one effect, and both are answered alike', async () => {
    const ledger = await testLedger()
    const slow = overtaken(ledger.engine, () => ledger.as('editor').write(setFigures, input))
    const second = granted(await ledger.as('editor', slow).write(setFigures, input))
    expect(second).toMatchObject({ saved: [expect.objectContaining({ version: 1 })] })
    expect(ledger.one('select count(*) from revisions')).toBe(1)
  })
})

describe('a secret in the input', () => {
  /** What a command with a password is to the door, without the time that it takes to hash one. */
  const confide: Command<Keyed & { title: string; secret: string }, null, Found> = {
    name: 'confide',
    action: 'cite_document',
    input: z.strictObject({ key: z.string(), title: z.string(), secret: z.string() }),
    secrets: ['secret'],
    find: findProduct,
    plan: async ({ journalId: id }, { title }) =>
      ok({
        statements: [statement(build.insert(documents).values({ id, code: id, title }))],
        output: null,
        journal: {},
      }),
  }
  const input = { key: 'sent-with-a-secret', title: 'Mật', secret: 'mười hai con giáp' }

  test('is known as the same where the key comes again, and as another', async () => {
    const ledger = await testLedger()
    expect(granted(await ledger.as('editor').write(confide, input))).toBeNull()
    expect(granted(await ledger.as('editor').write(confide, input))).toBeNull()
    const other = { ...input, secret: 'mười hai con giáp quanh hồ' }
    await expectRefused(ledger, () => ledger.as('editor').write(confide, other), { code: 'key_reused' })
    expect(ledger.one("select count(*) from documents where title = 'Mật'")).toBe(1)
  })

  test('cannot be guessed from the hash of the body; what is no secret is in it as it is', async () => {
    const ledger = await testLedger()
    granted(await ledger.as('editor').write(confide, input))
    granted(await ledger.as('editor').write({ ...confide, secrets: [] }, { ...input, key: 'sent-without-secrets' }))
    const hash = (body: unknown) => createHash('sha256').update(JSON.stringify(body)).digest('hex')
    const [veiled, open] = ledger.journal().slice(-2)
    expect(veiled?.body_hash).toMatch(/^[0-9a-f]{64}$/)
    expect(veiled?.body_hash).not.toBe(hash(['confide', input]))
    expect(open?.body_hash).toBe(hash(['confide', { ...input, key: 'sent-without-secrets' }]))
  })
})

describe('the journal', () => {
  test('has one row for each write, however many cells', async () => {
    const ledger = await testLedger()
    const before = ledger.journal().length
    const cells = [
      cell('3.504'),
      cell('1.200', null, { indicator: 'NS-THU-THUE' }),
      cell('3.594', null, { kind: 'estimate' }),
    ]
    granted(await ledger.as('editor').write(setFigures, { ...set(...cells), reason: 'Nhập lần đầu', document: 'qd-1' }))
    const rows = ledger.journal()
    expect(rows).toHaveLength(before + 1)
    expect(rows.at(-1)).toMatchObject({
      actor_id: 'editor',
      action: 'set_figures',
      unit_id: ledger.one("select id from units where slug = 'bac-tu-liem'"),
      sheet_id: ledger.one('select id from sheets'),
      reason: 'Nhập lần đầu',
      document_id: ledger.one("select id from documents where code = 'qd-1'"),
      detail: '{"year":2024,"cells":3}',
    })
    expect(ledger.one('select count(*) from revisions where journal_id = ?', rows.at(-1)?.id)).toBe(3)
  })

  test('has none for a write that changes nothing', async () => {
    const ledger = await testLedger()
    granted(await ledger.as('editor').write(setFigures, set(cell('3.504'))))
    const before = ledger.contents()
    granted(await ledger.as('editor').write(setFigures, set(cell('3504', 1))))
    expect(ledger.contents()).toEqual(before)
  })
})

test('a batch with one stale version writes nothing', async () => {
  const ledger = await testLedger()
  granted(await ledger.as('colleague').write(setFigures, set(cell('3.504', null, { note: 'của đồng nghiệp' }))))
  const cells = [
    cell('1.200', null, { indicator: 'NS-THU-THUE' }),
    cell('3.600', null),
    cell('1.570', null, { indicator: 'NS-CHI' }),
  ]
  await expectRefused(ledger, () => ledger.as('editor').write(setFigures, set(...cells)), {
    code: 'conflict',
    detail: {
      theirs: [
        {
          indicator: 'NS-THU',
          kind: 'adopted_plan',
          quantity: '3.504',
          version: 1,
          by: 'Người colleague',
          at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        },
      ],
    },
  })
})

describe('what changes between a plan and its landing', () => {
  const figures = (ledger: Awaited<ReturnType<typeof testLedger>>, meanwhile: () => unknown) => async () =>
    ledger.as('editor', overtaken(ledger.engine, meanwhile)).write(setFigures, set(cell('3.504')))
  const written = 'select count(*) from revisions'

  test('a save does not land on a sheet that was approved', async () => {
    const ledger = await testLedger()
    const save = figures(ledger, async () => {
      granted(await ledger.as('colleague').write(moveSheet.submit, sheet))
      granted(await ledger.as('approver').write(moveSheet.approve, sheet))
    })
    expect(refused(await save())).toMatchObject({ code: 'closed', reason: 'sheet_approved' })
    expect(ledger.one(written)).toBe(0)
  })

  test('a save does not land without a reason on a sheet that was submitted', async () => {
    const ledger = await testLedger()
    const save = figures(ledger, async () => granted(await ledger.as('colleague').write(moveSheet.submit, sheet)))
    expect(refused(await save())).toMatchObject({
      code: 'invalid',
      problems: [{ path: 'reason', reason: 'reason_required' }],
    })
    expect(ledger.one(written)).toBe(0)
  })

  test('a save does not land by a person whose grant ended', async () => {
    const ledger = await testLedger()
    const save = figures(ledger, () =>
      ledger.database.prepare("update grants set ended_at = '2024-06-01' where user_id = 'editor'").run(),
    )
    expect(refused(await save())).toMatchObject({ code: 'not_found' })
    expect(ledger.one(written)).toBe(0)
  })

  test('a save does not land by a person who was dismissed', async () => {
    const ledger = await testLedger()
    const save = figures(ledger, () =>
      ledger.database.prepare("update users set ended_at = '2024-06-01' where id = 'editor'").run(),
    )
    expect(refused(await save())).toMatchObject({ code: 'unauthenticated' })
    expect(ledger.one(written)).toBe(0)
  })

  const district = {
    code: '021',
    validFrom: '2020-01-01',
    kind: 'urban_district',
    recordsOwnAssignedPlan: false,
    name: 'Bắc Từ Liêm',
  }
  const saveDistrict = async (ledger: Awaited<ReturnType<typeof testLedger>>, slug: string, more: object) =>
    granted(await ledger.as('administrator').write(saveUnit, { ...district, slug, unit: slug, ...more }))

  test('a save does not land by a right over a unit that was moved away, or whose superior was', async () => {
    for (const [unit, meanwhile] of [
      ['bac-tu-liem', 'bac-tu-liem'],
      ['phuc-dien', 'bac-tu-liem'],
    ] as const) {
      const ledger = await testLedger()
      const engine = overtaken(ledger.engine, () => saveDistrict(ledger, meanwhile, { parent: 'hai-phong' }))
      const late = await ledger.as('cityEditor', engine).write(openYear, { unit, year: 2025 })
      expect(refused(late)).toMatchObject({ code: 'not_found' })
      expect(ledger.one('select count(*) from sheets where year = 2025')).toBe(0)
    }
  })

  test('an assigned plan does not land by its own editor where the unit ceased to record its own', async () => {
    const ledger = await testLedger()
    const own = { ...district, code: '304', name: 'Ngô Quyền', parent: 'hai-phong' }
    granted(await ledger.as('ngoQuyenEditor').write(openYear, { unit: 'ngo-quyen', year: 2024 }))
    const line = { unit: 'ngo-quyen', year: 2024, indicator: 'NS-THU', inAssignedSet: true, inAdoptedSet: true }
    granted(await ledger.as('ngoQuyenEditor').write(addLine, line))
    const engine = overtaken(ledger.engine, () => saveDistrict(ledger, 'ngo-quyen', own))
    const late = await ledger
      .as('ngoQuyenEditor', engine)
      .write(setFigures, { ...set(cell('1', null, { kind: 'assigned_plan' })), unit: 'ngo-quyen' })
    expect(refused(late)).toMatchObject({ code: 'forbidden', reason: 'write_assigned_plan' })
    expect(ledger.one(written)).toBe(0)
  })

  test('a save that another save of the cell overtook is a conflict that shows theirs', async () => {
    const ledger = await testLedger()
    const save = figures(ledger, async () => granted(await ledger.as('colleague').write(setFigures, set(cell('9')))))
    expect(refused(await save())).toMatchObject({
      code: 'conflict',
      detail: { theirs: [{ quantity: '9', version: 1 }] },
    })
    expect(ledger.one(written)).toBe(1)
  })

  test('a save of another cell in between disturbs nobody', async () => {
    const ledger = await testLedger()
    const save = figures(ledger, async () =>
      granted(await ledger.as('colleague').write(setFigures, set(cell('9', null, { indicator: 'NS-CHI' })))),
    )
    granted(await save())
    expect(ledger.one(written)).toBe(2)
  })

  test('an approval does not land where the approver wrote a figure in between', async () => {
    const ledger = await testLedger()
    ledger.database
      .prepare(
        "insert into grants select 'second', 'approver', 'editor', unit_id, granted_at, null from grants where user_id = 'approver'",
      )
      .run()
    granted(await ledger.as('editor').write(moveSheet.submit, sheet))
    const engine = overtaken(ledger.engine, async () =>
      granted(await ledger.as('approver').write(setFigures, { ...set(cell('9')), reason: 'Sửa' })),
    )
    expect(refused(await ledger.as('approver', engine).write(moveSheet.approve, sheet))).toMatchObject({
      code: 'forbidden',
    })
    expect(ledger.one('select state from sheets')).toBe('submitted')
  })

  test('what ends right after a save landed takes nothing back', async () => {
    const ledger = await testLedger()
    const commit = async (statements: readonly Statement[]) => {
      const landed = await ledger.engine.commit(statements)
      ledger.database.prepare("update users set ended_at = '2024-06-01' where id = 'editor'").run()
      return landed
    }
    granted(await ledger.as('editor', { ...ledger.engine, commit }).write(setFigures, set(cell('3.504'))))
    expect(ledger.one(written)).toBe(1)
  })

  test('a write that is overtaken every time gives up as a conflict', async () => {
    const ledger = await testLedger()
    const tried: (readonly Statement[])[] = []
    const commit = async (statements: readonly Statement[]) => {
      tried.push(statements)
      return { ok: false, constraint: 'always' } as const
    }
    const before = ledger.contents()
    expect(refused(await ledger.as('editor', { ...ledger.engine, commit }).write(setFigures, set(cell('1'))))).toEqual({
      code: 'conflict',
      reason: 'changed_meanwhile',
    })
    expect(tried).toHaveLength(3)
    expect(ledger.contents()).toEqual(before)
  })
})

test('a fault of the engine is thrown, not refused', async () => {
  const ledger = await testLedger()
  const engine = {
    ...embeddedEngine(ledger.database),
    commit: () => Promise.reject(new Error('the disk is full')),
  }
  await expect(ledger.as('editor', engine).write(setFigures, set(cell('1')))).rejects.toThrow('the disk is full')
})

test('a refusal leaves in the log what was wrong and where, and never what was typed', () => {
  const problems = [
    { path: 'changes.0.quantity', reason: 'letter_in_number', values: { character: 'O' } },
    { path: 'key', reason: 'bad_key' },
  ]
  expect(refusalForLog({ code: 'invalid', problems, detail: { theirs: '3.504' } })).toEqual({
    code: 'invalid',
    problems: ['changes.0.quantity: letter_in_number', 'key: bad_key'],
  })
  expect(refusalForLog({ code: 'closed', reason: 'sheet_locked' })).toEqual({ code: 'closed', reason: 'sheet_locked' })
})
