import { describe, expect, test } from 'vitest'
import { endGrant } from '#db/commands/end-grant.ts'
import { endLine } from '#db/commands/end-line.ts'
import { grantRole } from '#db/commands/grant-role.ts'
import { openYear } from '#db/commands/open-year.ts'
import { saveDocument } from '#db/commands/save-document.ts'
import { saveIndicator } from '#db/commands/save-indicator.ts'
import { saveUnit } from '#db/commands/save-unit.ts'
import { setFigures } from '#db/commands/set-figures.ts'
import { saidOf } from '#domain/inputs/save-document.ts'
import {
  expectRefused,
  granted,
  type Ledger,
  overtaken,
  refused,
  revenue,
  testLedger,
} from '#tests/support/database.ts'

const invalid = (path: string, reason: string) => ({ code: 'invalid', problems: [{ path, reason }] }) as const
const ward = {
  slug: 'co-nhue',
  code: '00613',
  validFrom: '2020-01-01',
  name: 'Cổ Nhuế',
  kind: 'ward',
  parent: 'bac-tu-liem',
  recordsOwnAssignedPlan: false,
}
const districtNow = {
  ...ward,
  slug: 'bac-tu-liem',
  code: '021',
  name: 'Bắc Từ Liêm',
  kind: 'urban_district',
  parent: 'ha-noi',
}

describe('saving a unit', () => {
  const save = (ledger: Ledger, more: object) => () => ledger.as('administrator').write(saveUnit, { ...ward, ...more })

  test('makes one below another', async () => {
    const ledger = await testLedger()
    expect(granted(await save(ledger, { name: '  Cổ Nhuế\u0301 ' })())).toEqual({ slug: 'co-nhue' })
    expect(ledger.database.prepare("select * from units where slug = 'co-nhue'").get()).toMatchObject({
      code: '00613',
      valid_to: null,
      name: 'Cổ Nhuế\u0301'.normalize('NFC'),
      parent_id: ledger.one("select id from units where slug = 'bac-tu-liem'"),
    })
    expect(ledger.journal().at(-1)).toMatchObject({
      action: 'save_unit',
      unit_id: ledger.one("select id from units where slug = 'co-nhue'"),
      detail: expect.stringContaining('"created":true'),
    })
  })

  test('changes one and journals what it was', async () => {
    const ledger = await testLedger()
    granted(await save(ledger, { ...districtNow, unit: 'bac-tu-liem', validTo: '2025-06-30' })())
    expect(ledger.one("select valid_to from units where slug = 'bac-tu-liem'")).toBe('2025-06-30')
    expect(ledger.journal().at(-1)?.detail).toBe(
      '{"slug":"bac-tu-liem","created":false,"changed":{"validTo":[null,"2025-06-30"]}}',
    )
    const before = ledger.contents()
    granted(await save(ledger, { ...districtNow, unit: 'bac-tu-liem', validTo: '2025-06-30' })())
    expect(ledger.contents()).toEqual(before)
  })

  test('re-uses an official code from another day on', async () => {
    const ledger = await testLedger()
    granted(await save(ledger, { code: '00622', validFrom: '2025-07-01' })())
    expect(ledger.one("select count(*) from units where code = '00622'")).toBe(2)
  })

  test.each([
    [
      'a slug in use',
      { slug: 'phuc-dien' },
      { code: 'taken', reason: 'unit_slug', problems: [{ path: 'slug', reason: 'taken' }] },
    ],
    [
      'a code in use from that day',
      { code: '00622' },
      { code: 'taken', reason: 'unit_code', problems: [{ path: 'code', reason: 'taken' }] },
    ],
    ['another slug for a unit', { unit: 'phuc-dien' }, invalid('slug', 'slug_fixed')],
    ['a change of a unit that is not there', { unit: 'co-nhue' }, { code: 'not_found' }],
    ['a parent that is not there', { parent: 'nowhere' }, invalid('parent', 'unknown_unit')],
    ['a parent of its own level', { parent: 'phuc-dien' }, invalid('parent', 'parent_not_above')],
    ['a ward without a parent', { parent: undefined }, invalid('parent', 'parent_required')],
    ['a city below another', { kind: 'city' }, invalid('parent', 'parent_not_allowed')],
    [
      'a kind that does not stand above its units',
      { ...districtNow, unit: 'bac-tu-liem', kind: 'ward' },
      invalid('kind', 'children_not_below'),
    ],
    ['an end before the start', { validTo: '2019-12-31' }, invalid('validTo', 'ends_before_it_begins')],
    ['a day that does not exist', { validFrom: '2023-02-29' }, invalid('validFrom', 'bad_date')],
    ['a code of letters', { code: '02l' }, invalid('code', 'bad_code')],
    ['a slug with a capital', { slug: 'Co-nhue' }, invalid('slug', 'bad_slug')],
    ['no name', { name: ' ' }, invalid('name', 'required')],
  ] as const)('refuses %s', async (_what, more, refusal) => {
    const ledger = await testLedger()
    await expectRefused(ledger, save(ledger, more), refusal)
  })

  test('refuses what another administrator made impossible in between', async () => {
    const ledger = await testLedger()
    const engine = overtaken(ledger.engine, async () => granted(await save(ledger, {})()))
    const late = ledger.as('administrator', engine).write(saveUnit, { ...ward, slug: 'co-nhue-2' })
    expect(refused(await late)).toMatchObject({ code: 'taken', reason: 'unit_code' })

    const demoted = { ...districtNow, unit: 'nam-tu-liem', slug: 'nam-tu-liem', code: '019', kind: 'ward' }
    const meanwhile = overtaken(ledger.engine, async () => granted(await save(ledger, demoted)()))
    const below = { ...ward, slug: 'me-tri', code: '00640', parent: 'nam-tu-liem' }
    expect(refused(await ledger.as('administrator', meanwhile).write(saveUnit, below))).toMatchObject(
      invalid('parent', 'parent_not_above'),
    )
  })

  test('refuses a kind that units which came in between cannot stand below', async () => {
    const ledger = await testLedger()
    const southern = { ...districtNow, unit: 'nam-tu-liem', slug: 'nam-tu-liem', code: '019', kind: 'ward' }
    const below = { ...ward, slug: 'me-tri', code: '00640', parent: 'nam-tu-liem' }
    const engine = overtaken(ledger.engine, async () => granted(await save(ledger, below)()))
    const late = ledger.as('administrator', engine).write(saveUnit, southern)
    expect(refused(await late)).toMatchObject(invalid('kind', 'children_not_below'))
  })

  test('keeps days that cover the years of its sheets', async () => {
    const ledger = await testLedger()
    const inUse = { code: 'closed', reason: 'validity_in_use' } as const
    const change = (more: object) => save(ledger, { ...districtNow, unit: 'bac-tu-liem', ...more })
    await expectRefused(ledger, change({ validTo: '2023-12-31' }), inUse)
    await expectRefused(ledger, change({ validFrom: '2025-01-01' }), inUse)
    granted(await change({ validFrom: '2024-12-31', validTo: '2025-01-01' })())

    const engine = overtaken(ledger.engine, async () =>
      granted(await ledger.as('editor').write(openYear, { unit: 'bac-tu-liem', year: 2025 })),
    )
    const shorter = { ...districtNow, unit: 'bac-tu-liem', validTo: '2024-12-31' }
    expect(refused(await ledger.as('administrator', engine).write(saveUnit, { ...ward, ...shorter }))).toMatchObject(
      inUse,
    )
    expect(ledger.one("select valid_to from units where slug = 'bac-tu-liem'")).toBe('2025-01-01')
  })

  test('journals what it changed, not what somebody else changed in between', async () => {
    const ledger = await testLedger()
    const rename = (name: string) => ({ ...districtNow, unit: 'bac-tu-liem', name })
    const engine = overtaken(ledger.engine, async () => granted(await save(ledger, rename('Từ Liêm Bắc'))()))
    granted(await ledger.as('administrator', engine).write(saveUnit, rename('Bắc  Từ Liêm')))
    expect(ledger.journal().at(-1)?.detail).toContain('"changed":{"name":["Từ Liêm Bắc",')
  })

  test('is for administrators', async () => {
    const ledger = await testLedger()
    await expectRefused(ledger, () => ledger.as('cityEditor').write(saveUnit, ward), {
      code: 'forbidden',
      reason: 'administer',
    })
    await expectRefused(ledger, () => ledger.as('viewer').write(saveIndicator, { ...revenue, code: 'X' }), {
      code: 'forbidden',
    })
  })
})

describe('saving an indicator', () => {
  const save = (ledger: Ledger, more: object) => () =>
    ledger.as('administrator').write(saveIndicator, { ...revenue, ...more })
  const used = async () => {
    const ledger = await testLedger()
    const changes = [{ indicator: 'NS-THU', kind: 'adopted_plan', quantity: '1', expectedVersion: null }]
    granted(await ledger.as('editor').write(setFigures, { unit: 'bac-tu-liem', year: 2024, changes }))
    return ledger
  }
  const meanings = {
    valueType: 'count',
    direction: 'lower',
    unitOfMeasure: 'triệu đồng',
    breakdownRule: 'none',
    heading: true,
  }

  test('makes one, and the next version of one', async () => {
    const ledger = await testLedger()
    expect(granted(await save(ledger, { code: 'MOI', parent: 'NS-THU', caution: '' })())).toEqual({
      code: 'MOI',
      version: 1,
    })
    expect(granted(await save(ledger, { newVersion: true, direction: 'neutral' })())).toEqual({
      code: 'NS-THU',
      version: 2,
    })
    expect(
      ledger.database
        .prepare("select version, direction, caution from indicators where code = 'NS-THU' order by version")
        .all(),
    ).toEqual([
      { version: 1, direction: 'higher', caution: null },
      { version: 2, direction: 'neutral', caution: null },
    ])
    expect(ledger.journal().at(-1)).toMatchObject({
      action: 'save_indicator',
      detail: expect.stringContaining('"version":2'),
    })
  })

  test.each(Object.entries(meanings))('keeps %s once there are figures', async (field, value) => {
    const ledger = await used()
    const change = save(ledger, { version: 1, [field]: value })
    await expectRefused(ledger, change, { code: 'closed', reason: 'definition_in_use' })
    granted(await save(ledger, { newVersion: true, [field]: value })())
  })

  test('keeps the parent once there are figures', async () => {
    const ledger = await testLedger()
    const taxes = { ...revenue, code: 'NS-THU-THUE', breakdownRule: 'none', version: 1 }
    const changes = [{ indicator: 'NS-THU-THUE', kind: 'adopted_plan', quantity: '1', expectedVersion: null }]
    granted(await ledger.as('editor').write(setFigures, { unit: 'bac-tu-liem', year: 2024, changes }))
    await expectRefused(ledger, save(ledger, taxes), { code: 'closed', reason: 'definition_in_use' })
    granted(await save(ledger, { newVersion: true })())
    granted(await save(ledger, { ...taxes, parent: 'NS-THU', nameVi: 'Thuế, phí' })())
    expect(ledger.journal().at(-1)?.detail).toContain('"changed":{"nameVi":["Thuế","Thuế, phí"]')
  })

  test('lets a name, a caution and the years change all the same', async () => {
    const ledger = await used()
    granted(
      await save(ledger, { version: 1, nameVi: 'Thu NSNN', decimals: 3, caution: 'Xem lại', validToYear: 2030 })(),
    )
    expect(ledger.one("select name_vi from indicators where code = 'NS-THU'")).toBe('Thu NSNN')
  })

  test('lets the meaning change while there are none', async () => {
    const ledger = await testLedger()
    granted(await save(ledger, { version: 1, ...meanings })())
    expect(ledger.one("select direction from indicators where code = 'NS-THU'")).toBe('lower')
  })

  test('refuses a new meaning where the first figure came in between', async () => {
    const ledger = await testLedger()
    const changes = [{ indicator: 'NS-THU', kind: 'adopted_plan', quantity: '1', expectedVersion: null }]
    const engine = overtaken(ledger.engine, async () =>
      granted(await ledger.as('editor').write(setFigures, { unit: 'bac-tu-liem', year: 2024, changes })),
    )
    const late = ledger.as('administrator', engine).write(saveIndicator, { ...revenue, version: 1, direction: 'lower' })
    expect(refused(await late)).toMatchObject({ code: 'closed', reason: 'definition_in_use' })
    expect(ledger.one("select direction from indicators where code = 'NS-THU'")).toBe('higher')
  })

  const family = { ...revenue, breakdownRule: 'none', version: 1 }
  test.each([
    ['a parent of its parent', { code: 'XH-VIEC-LAM', parent: 'NS-CHI' }, 'parent_is_child'],
    ['a child of its parent', { code: 'XH-VIEC-LAM', parent: 'KT-CO-CAU' }, 'parent_is_child'],
    ['a parent with children', { code: 'MOI', parent: 'NS-CHI', version: undefined }, 'has_children'],
  ])('of two administrators at once, the second does not make %s', async (_what, meanwhile, reason) => {
    const ledger = await testLedger()
    const engine = overtaken(ledger.engine, async () => granted(await save(ledger, { ...family, ...meanwhile })()))
    const spending = { ...family, code: 'NS-CHI', parent: 'XH-VIEC-LAM' }
    const late = await ledger.as('administrator', engine).write(saveIndicator, spending)
    expect(refused(late)).toMatchObject(invalid('parent', reason))
    expect(ledger.one("select parent_id from indicators where code = 'NS-CHI'")).toBeNull()
  })

  test('keeps years that cover the sheets with a live line of it', async () => {
    const ledger = await testLedger()
    const inUse = { code: 'closed', reason: 'validity_in_use' } as const
    await expectRefused(ledger, save(ledger, { version: 1, validToYear: 2023 }), inUse)
    await expectRefused(ledger, save(ledger, { version: 1, validFromYear: 2025 }), inUse)
    granted(await save(ledger, { version: 1, validFromYear: 2024, validToYear: 2025 })())

    const engine = overtaken(ledger.engine, async () =>
      granted(await ledger.as('editor').write(openYear, { unit: 'bac-tu-liem', year: 2025 })),
    )
    const shorter = { ...revenue, version: 1, validToYear: 2024 }
    expect(refused(await ledger.as('administrator', engine).write(saveIndicator, shorter))).toMatchObject(inUse)
    const end = { unit: 'bac-tu-liem', year: 2025, indicator: 'NS-THU', reason: 'Không giao' }
    granted(await ledger.as('editor').write(endLine, end))
    granted(await ledger.as('administrator').write(saveIndicator, shorter))
  })

  test('journals what it changed, not what somebody else changed in between', async () => {
    const ledger = await testLedger()
    const engine = overtaken(ledger.engine, async () => granted(await save(ledger, { version: 1, nameVi: 'Thu' })()))
    granted(await ledger.as('administrator', engine).write(saveIndicator, { ...revenue, version: 1, nameVi: 'Thu NS' }))
    expect(ledger.journal().at(-1)?.detail).toContain('"changed":{"nameVi":["Thu","Thu NS"]}')
  })

  test.each([
    ['a code in use', {}, { code: 'taken', reason: 'indicator_code' }],
    ['a version that is not there', { version: 2 }, { code: 'not_found' }],
    ['a new version of nothing', { code: 'MOI', newVersion: true }, { code: 'not_found' }],
    [
      'both a change and a new version',
      { version: 1, newVersion: true },
      invalid('newVersion', 'either_change_or_new'),
    ],
    ['a parent that is not there', { code: 'MOI', parent: 'KHONG-CO' }, invalid('parent', 'unknown_indicator')],
    ['a parent that is a child', { code: 'MOI', parent: 'NS-THU-THUE' }, invalid('parent', 'parent_is_child')],
    ['a parent for one that has children', { version: 1, parent: 'NS-CHI' }, invalid('parent', 'has_children')],
    ['itself as its parent', { version: 1, parent: 'NS-THU' }, invalid('parent', 'own_parent')],
    ['seven decimals', { code: 'MOI', decimals: 7 }, invalid('decimals', 'bad_decimals')],
    ['an end before the start', { code: 'MOI', validToYear: 2019 }, invalid('validToYear', 'ends_before_it_begins')],
    ['a direction that does not exist', { code: 'MOI', direction: 'up' }, invalid('direction', 'unknown_direction')],
  ] as const)('refuses %s', async (_what, more, refusal) => {
    const ledger = await testLedger()
    await expectRefused(ledger, save(ledger, more), refusal)
  })
})

describe('saving a document', () => {
  const document = {
    code: 'nq-37',
    title: 'Nghị quyết 37',
    number: '37/NQ-HĐND',
    url: 'https://example.vn/37?a=1',
    dated: '2022-12-14',
  }

  test('makes one by an editor, and changes the one of its code by an administrator', async () => {
    const ledger = await testLedger()
    expect(granted(await ledger.as('editor').write(saveDocument, document))).toEqual({ code: 'nq-37' })
    granted(await ledger.as('administrator').write(saveDocument, { ...document, title: 'Nghị quyết số 37' }))
    expect(ledger.database.prepare("select * from documents where code = 'nq-37'").all()).toMatchObject([
      { title: 'Nghị quyết số 37', url: 'https://example.vn/37?a=1', publisher: null },
    ])
    expect(ledger.journal().at(-1)).toMatchObject({
      document_id: ledger.one("select id from documents where code = 'nq-37'"),
      detail: '{"code":"nq-37","created":false,"changed":{"title":["Nghị quyết 37","Nghị quyết số 37"]}}',
    })
  })

  test('is not changed by an editor, who may say again what it says', async () => {
    const ledger = await testLedger()
    const input = { ...document, key: 'posted-twice' }
    granted(await ledger.as('editor').write(saveDocument, input))
    const contents = ledger.contents()
    granted(await ledger.as('editor').write(saveDocument, input))
    granted(await ledger.as('cityEditor').write(saveDocument, document))
    expect(ledger.contents()).toEqual(contents)
    await expectRefused(ledger, () => ledger.as('cityEditor').write(saveDocument, { ...document, title: 'Khác' }), {
      code: 'forbidden',
      reason: 'administer',
    })
  })

  test('is not changed by an editor who made it at the same time, nor by whose right to administer ended', async () => {
    const ledger = await testLedger()
    const made = overtaken(ledger.engine, async () => granted(await ledger.as('editor').write(saveDocument, document)))
    const late = await ledger.as('colleague', made).write(saveDocument, { ...document, title: 'Khác' })
    expect(refused(late)).toMatchObject({ code: 'forbidden', reason: 'administer' })

    const { grant } = granted(
      await ledger.as('administrator').write(grantRole, { username: 'editor', role: 'administrator' }),
    )
    const ended = overtaken(ledger.engine, async () =>
      granted(await ledger.as('administrator').write(endGrant, { grant })),
    )
    const change = await ledger.as('editor', ended).write(saveDocument, { ...document, title: 'Khác' })
    expect(refused(change)).toMatchObject({ code: 'forbidden', reason: 'administer' })
    expect(ledger.one("select title from documents where code = 'nq-37'")).toBe('Nghị quyết 37')
  })

  test('is not changed by a form that shows what it no longer says', async () => {
    const ledger = await testLedger()
    granted(await ledger.as('editor').write(saveDocument, document))
    const seen = saidOf({ ...document, publisher: null })
    granted(await ledger.as('administrator').write(saveDocument, { ...document, dated: '2022-12-17', seen }))
    await expectRefused(
      ledger,
      () => ledger.as('administrator').write(saveDocument, { ...document, title: 'Khác', seen }),
      { code: 'conflict', reason: 'document_changed' },
    )
  })

  test('journals what it changed, not what somebody else changed in between', async () => {
    const ledger = await testLedger()
    granted(await ledger.as('editor').write(saveDocument, document))
    const retitle = (title: string) => ({ ...document, title })
    const engine = overtaken(ledger.engine, async () =>
      granted(await ledger.as('administrator').write(saveDocument, retitle('Một'))),
    )
    granted(await ledger.as('administrator', engine).write(saveDocument, retitle('Hai')))
    expect(ledger.journal().at(-1)?.detail).toContain('"changed":{"title":["Một","Hai"]}')
  })

  test('without a code always makes one, which gets a code of its number or title and its year', async () => {
    const ledger = await testLedger()
    const { code: _code, ...unnamed } = document
    const save = async (more: object, engine = ledger.engine) =>
      granted(await ledger.as('administrator', engine).write(saveDocument, { ...unnamed, ...more })).code
    expect(await save({})).toBe('37-nq-hdnd-2022')
    expect(await save({})).toBe('37-nq-hdnd-2022-2')
    expect(await save({ number: undefined, dated: undefined, title: 'Báo cáo của Ủy ban' })).toBe('bao-cao-cua-uy-ban')
    expect(await save({ number: '…', dated: undefined })).toBe('van-ban')
    expect(await save({ number: 'Đ'.repeat(60) })).toBe('d'.repeat(60))
    const engine = overtaken(ledger.engine, () => save({}))
    expect(await save({}, engine)).toBe('37-nq-hdnd-2022-4')
    expect(ledger.one("select count(*) from documents where code like '37-%'")).toBe(4)
    await expectRefused(ledger, () => ledger.as('editor').write(saveDocument, { ...unnamed, code: '' }), {
      problems: [{ path: 'code', reason: 'bad_code' }],
    })
  })

  test.each([
    ['an address that runs', { url: 'javascript:alert(1)' }, invalid('url', 'bad_url')],
    ['an address of a file', { url: 'file:///etc/passwd' }, invalid('url', 'bad_url')],
    ['a day that does not exist', { dated: '2022-13-01' }, invalid('dated', 'bad_date')],
    ['no title', { title: '' }, invalid('title', 'required')],
    ['a control character', { title: 'a\u0000b' }, invalid('title', 'control_characters')],
  ] as const)('refuses %s', async (_what, more, refusal) => {
    const ledger = await testLedger()
    await expectRefused(ledger, () => ledger.as('editor').write(saveDocument, { ...document, ...more }), refusal)
  })

  test('is for editors and administrators', async () => {
    const ledger = await testLedger()
    await expectRefused(ledger, () => ledger.as('viewer').write(saveDocument, document), {
      code: 'forbidden',
      reason: 'cite_document',
    })
  })
})
