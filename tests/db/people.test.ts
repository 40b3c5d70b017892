import { createHash } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { changePassword } from '#db/commands/change-password.ts'
import { createUser } from '#db/commands/create-user.ts'
import { endGrant } from '#db/commands/end-grant.ts'
import { grantRole } from '#db/commands/grant-role.ts'
import { hashPassword, verifyPassword } from '#db/password.ts'
import { findActor } from '#db/queries/find-actor.ts'
import { findUserForSignIn } from '#db/queries/find-user-for-sign-in.ts'
import { listPeople } from '#db/queries/list-people.ts'
import { ensureSystemActor } from '#db/system-actor.ts'
import { write } from '#db/write.ts'
import { expectRefused, granted, type Ledger, overtaken, refused, testLedger } from '#tests/support/database.ts'

// Real hashes, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 })

const password = 'bảy con mèo nằm ngủ trưa'
const account = { username: 'lan.nguyen', name: 'Nguyễn Thị Lan', password }
const create = (ledger: Ledger, more = {}) => ledger.as('administrator').write(createUser, { ...account, ...more })
const invalid = (path: string, reason: string) => ({ code: 'invalid', problems: [{ path, reason }] }) as const

/** No row of any table holds the text, in whatever form. */
const nowhere = (ledger: Ledger, secret: string) => expect(JSON.stringify(ledger.contents())).not.toContain(secret)

describe('creating a user', () => {
  test('makes an account that can sign in and may do nothing', async () => {
    const ledger = await testLedger()
    expect(granted(await create(ledger))).toEqual({ username: 'lan.nguyen' })
    const found = await findUserForSignIn(ledger.engine.reader, ' Lan.Nguyen ')
    expect(found?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
    // Some keyboards send the same letters in another normal form.
    expect(granted(await verifyPassword(password.normalize('NFD'), found?.passwordHash ?? null))).toBe(true)
    expect(granted(await verifyPassword(`${password}.`, found?.passwordHash ?? null))).toBe(false)
    expect((await findActor(ledger.engine.reader, found?.id ?? ''))?.grants).toEqual([])
    expect(ledger.journal().at(-1)).toMatchObject({
      action: 'create_user',
      detail: '{"username":"lan.nguyen","name":"Nguyễn Thị Lan"}',
    })
    nowhere(ledger, password)
  })

  test('twice under one key has one effect, and with another password is refused', async () => {
    const ledger = await testLedger()
    const key = 'posted-twice'
    granted(await create(ledger, { key }))
    const contents = ledger.contents()
    expect(granted(await create(ledger, { key }))).toEqual({ username: 'lan.nguyen' })
    expect(ledger.contents()).toEqual(contents)
    await expectRefused(ledger, () => create(ledger, { key, password: 'mười hai con giáp quanh hồ' }), {
      code: 'key_reused',
    })
  })

  test('leaves in the hash of the body nothing that tells the password once the process is over', async () => {
    const ledger = await testLedger()
    const input = { key: 'sent-before-the-restart', ...account }
    granted(await create(ledger, input))
    const plain = createHash('sha256').update(password).digest('hex')
    const body = createHash('sha256')
      .update(JSON.stringify(['create_user', input]))
      .digest('hex')
    for (const guess of [plain, body]) nowhere(ledger, guess)
    vi.resetModules()
    const restarted = await import('#db/write.ts')
    const again = await restarted.write(ledger.engine, createUser, await ledger.person('administrator'), input)
    expect(refused(again)).toEqual({ code: 'key_reused' })
  })

  test.each([
    [
      'a name in use',
      { username: 'editor' },
      { code: 'taken', reason: 'username', problems: [{ path: 'username', reason: 'taken' }] },
    ],
    ['capitals in the name', { username: 'Lan' }, invalid('username', 'bad_username')],
    ['the name of a system actor', { username: 'system:operator' }, invalid('username', 'bad_username')],
    ['a short password', { password: 'mười bốn ký tự' }, invalid('password', 'password_too_short')],
    [
      'the name in the password',
      { password: 'mật khẩu của Lan.Nguyen' },
      invalid('password', 'password_contains_username'),
    ],
  ] as const)('refuses %s', async (_what, more, refusal) => {
    const ledger = await testLedger()
    await expectRefused(ledger, () => create(ledger, more), refusal)
  })

  test('is for administrators', async () => {
    const ledger = await testLedger()
    await expectRefused(ledger, () => ledger.as('approver').write(createUser, account), { code: 'forbidden' })
  })
})

describe('granting a role', () => {
  const role = { username: 'viewer', role: 'editor', unit: 'ngo-quyen' }
  const grant = (ledger: Ledger, more = {}) => ledger.as('administrator').write(grantRole, { ...role, ...more })

  test('lets the person do so at once, below the unit', async () => {
    const ledger = await testLedger()
    const { grant: id } = granted(await grant(ledger))
    expect((await ledger.person('viewer')).grants).toContainEqual({
      id,
      role: 'editor',
      unitId: ledger.one("select id from units where slug = 'ngo-quyen'"),
    })
    expect(ledger.journal().at(-1)).toMatchObject({
      action: 'grant_role',
      unit_id: ledger.one("select id from units where slug = 'ngo-quyen'"),
      detail: JSON.stringify({ grant: id, username: 'viewer', role: 'editor', unit: 'ngo-quyen' }),
    })
    granted(await grant(ledger, { role: 'administrator', unit: undefined }))
    const [viewer] = (await listPeople(ledger.engine.reader)).filter(({ username }) => username === 'viewer')
    expect(viewer?.grants.map((one) => [one.role, one.unit?.slug])).toEqual([
      ['viewer', 'ha-noi'],
      ['editor', 'ngo-quyen'],
      ['administrator', undefined],
    ])
  })

  test('is refused where it stands, and given again where it ended', async () => {
    const ledger = await testLedger()
    const { grant: id } = granted(await grant(ledger))
    await expectRefused(ledger, () => grant(ledger), { code: 'taken', reason: 'grant_exists' })
    granted(await ledger.as('administrator').write(endGrant, { grant: id }))
    expect(granted(await grant(ledger)).grant).not.toBe(id)
  })

  test('twice at once has one effect', async () => {
    const ledger = await testLedger()
    const engine = overtaken(ledger.engine, async () => granted(await grant(ledger)))
    const late = await ledger.as('administrator', engine).write(grantRole, role)
    expect(refused(late)).toMatchObject({ code: 'taken', reason: 'grant_exists' })
  })

  test.each([
    ['somebody unknown', { username: 'nobody' }, invalid('username', 'unknown_user')],
    ['a system actor', { username: 'system:operator' }, invalid('username', 'bad_username')],
    ['a unit that is not there', { unit: 'nowhere' }, invalid('unit', 'unknown_unit')],
    ['an editor of nothing', { unit: undefined }, invalid('unit', 'unit_required')],
    ['an administrator of one unit', { role: 'administrator' }, invalid('unit', 'unit_not_allowed')],
    ['a role that does not exist', { role: 'king' }, invalid('role', 'unknown_role')],
  ] as const)('is refused for %s', async (_what, more, refusal) => {
    const ledger = await testLedger()
    await expectRefused(ledger, () => grant(ledger, more), refusal)
  })

  test('is refused for somebody who was dismissed', async () => {
    const ledger = await testLedger()
    ledger.database.prepare("update users set ended_at = '2024-06-01' where id = 'viewer'").run()
    await expectRefused(ledger, () => grant(ledger), invalid('username', 'unknown_user'))
  })

  test('is refused for somebody who was dismissed, or a grant that was ended, in between', async () => {
    const ledger = await testLedger()
    const dismiss = "update users set ended_at = '2024-06-01' where id = 'viewer'"
    const engine = overtaken(ledger.engine, () => ledger.database.prepare(dismiss).run())
    const late = await ledger.as('administrator', engine).write(grantRole, role)
    expect(refused(late)).toMatchObject(invalid('username', 'unknown_user'))

    const end = () => ledger.as('administrator').write(endGrant, { grant: 'grant of editor', reason: 'Lần đầu' })
    const again = overtaken(ledger.engine, async () => granted(await end()))
    const second = await ledger.as('administrator', again).write(endGrant, { grant: 'grant of editor' })
    expect(refused(second)).toMatchObject({ code: 'closed', reason: 'grant_ended' })
  })

  test('is for administrators', async () => {
    const ledger = await testLedger()
    await expectRefused(ledger, () => ledger.as('cityEditor').write(grantRole, role), { code: 'forbidden' })
    await expectRefused(ledger, () => ledger.as('cityEditor').write(endGrant, { grant: 'grant of viewer' }), {
      code: 'forbidden',
    })
  })
})

describe('ending a grant', () => {
  const end = (grant: string) => ({ grant, reason: 'Chuyển công tác' })
  const second = { username: 'viewer', role: 'administrator' }

  test('takes the right away, and keeps that it was', async () => {
    const ledger = await testLedger()
    granted(await ledger.as('administrator').write(endGrant, end('grant of viewer')))
    expect((await ledger.person('viewer')).grants).toEqual([])
    expect(ledger.journal().at(-1)).toMatchObject({
      action: 'end_grant',
      reason: 'Chuyển công tác',
      unit_id: ledger.one("select id from units where slug = 'ha-noi'"),
      detail: '{"grant":"grant of viewer","username":"viewer","role":"viewer","unit":"ha-noi"}',
    })
    await expectRefused(ledger, () => ledger.as('administrator').write(endGrant, end('grant of viewer')), {
      code: 'closed',
      reason: 'grant_ended',
    })
    await expectRefused(ledger, () => ledger.as('administrator').write(endGrant, end('no grant')), {
      code: 'not_found',
    })
  })

  test('never takes the last administrator: one who was dismissed or is no person does not count', async () => {
    const ledger = await testLedger()
    const last = () => ledger.as('administrator').write(endGrant, end('grant of administrator'))
    const refusal = { code: 'closed', reason: 'last_administrator' } as const
    await expectRefused(ledger, last, refusal)
    granted(await ledger.as('administrator').write(grantRole, second))
    ledger.database.prepare("update users set ended_at = '2024-06-01' where id = 'viewer'").run()
    await expectRefused(ledger, last, refusal)
    ledger.database.prepare("update users set ended_at = null, system = 1 where id = 'viewer'").run()
    await expectRefused(ledger, last, refusal)
    ledger.database.prepare("update users set system = 0 where id = 'viewer'").run()
    granted(await last())
  })

  test('of two administrators who end each other at once, one stays', async () => {
    const ledger = await testLedger()
    const { grant } = granted(await ledger.as('administrator').write(grantRole, second))
    const engine = overtaken(ledger.engine, async () =>
      granted(await ledger.as('viewer').write(endGrant, end('grant of administrator'))),
    )
    expect(refused(await ledger.as('administrator', engine).write(endGrant, end(grant))).code).toBe('not_found')
    const others = "select count(*) from grants where role = 'administrator' and ended_at is null"
    expect(ledger.one(others)).toBe(1)
  })

  test('as the operator, whose own right never ends, the last one is guarded too', async () => {
    const ledger = await testLedger()
    const { grant } = granted(await ledger.as('administrator').write(grantRole, second))
    const engine = overtaken(ledger.engine, async () =>
      granted(await ledger.as('viewer').write(endGrant, end('grant of administrator'))),
    )
    const operator = await ensureSystemActor(ledger.engine, 'operator')
    const late = await write(engine, endGrant, operator, { key: 'by-the-operator', ...end(grant) })
    expect(refused(late)).toMatchObject({ code: 'closed', reason: 'last_administrator' })
  })
})

describe('changing the password', () => {
  const next = 'mười hai con giáp quanh hồ'
  /** A ledger whose editor has the password above. */
  async function withPassword(): Promise<Ledger> {
    const ledger = await testLedger()
    const hash = granted(await hashPassword(password))
    ledger.database.prepare("update users set password_hash = ? where id = 'editor'").run(hash)
    return ledger
  }

  test('lets the new one in, the old one out, and ends every session', async () => {
    const ledger = await withPassword()
    const before = await findUserForSignIn(ledger.engine.reader, 'editor')
    expect(granted(await ledger.as('editor').write(changePassword, { current: password, next }))).toEqual({})
    const after = await findUserForSignIn(ledger.engine.reader, 'editor')
    expect(granted(await verifyPassword(next, after?.passwordHash ?? null))).toBe(true)
    expect(granted(await verifyPassword(password, after?.passwordHash ?? null))).toBe(false)
    expect(after?.stamp).not.toBe(before?.stamp)
    expect(ledger.journal().at(-1)).toMatchObject({
      action: 'change_password',
      actor_id: 'editor',
      result: '{}',
      detail: '{}',
    })
    expect(JSON.stringify(ledger.journal())).not.toContain(after?.stamp)
    nowhere(ledger, next)
  })

  test.each([
    ['a wrong current one', { current: `${password}!` }, invalid('current', 'wrong_password')],
    ['a short new one', { next: 'quá ngắn' }, invalid('next', 'password_too_short')],
    [
      'a new one with the name in it',
      { next: 'Editor của quận Bắc Từ Liêm' },
      invalid('next', 'password_contains_username'),
    ],
  ] as const)('refuses %s', async (_what, more, refusal) => {
    const ledger = await withPassword()
    await expectRefused(ledger, () => ledger.as('editor').write(changePassword, { current: password, next, ...more }), {
      ...refusal,
    })
  })

  test('refuses an account without a password, as after a wrong one', async () => {
    const ledger = await testLedger()
    await expectRefused(
      ledger,
      () => ledger.as('viewer').write(changePassword, { current: password, next }),
      invalid('current', 'wrong_password'),
    )
  })

  test('does not land over a change that came in between', async () => {
    const ledger = await withPassword()
    const engine = overtaken(ledger.engine, async () =>
      granted(await ledger.as('editor').write(changePassword, { current: password, next })),
    )
    const late = await ledger.as('editor', engine).write(changePassword, { current: password, next: `${next} hai` })
    expect(refused(late)).toMatchObject(invalid('current', 'wrong_password'))
  })
})

describe('passwords are checked', () => {
  test('for nobody after as much work as for somebody, and never rightly', async () => {
    const hash = granted(await hashPassword(password))
    const time = async (against: string | null) => {
      const started = performance.now()
      expect(granted(await verifyPassword('một câu hoàn toàn khác', against))).toBe(false)
      return performance.now() - started
    }
    await time(null)
    const [nobody, somebody] = [await time(null), await time(hash)]
    // Twice as long at most, either way: without the work it would be a hundredth.
    expect(Math.max(nobody, somebody) / Math.min(nobody, somebody)).toBeLessThan(5)
  })

  test('four at once while others wait; for a longer line it is too much, also to make an account', async () => {
    const ledger = await testLedger()
    const admitted = Array.from({ length: 20 }, () => verifyPassword(password, null))
    expect(refused(await verifyPassword(password, null)).code).toBe('busy')
    expect(refused(await create(ledger)).code).toBe('busy')
    expect((await Promise.all(admitted)).map(granted)).not.toContain(true)
    expect(granted(await verifyPassword(password, null))).toBe(false)
  })
})

test('nobody signs in as a system actor, as somebody dismissed, or under a name that is not there', async () => {
  const ledger = await testLedger()
  granted(await create(ledger))
  for (const name of ['system:operator', 'nobody', '']) {
    expect(await findUserForSignIn(ledger.engine.reader, name)).toBeNull()
  }
  expect(await findUserForSignIn(ledger.engine.reader, account.username)).not.toBeNull()
  ledger.database.prepare('update users set ended_at = ? where username = ?').run('2024-06-01', account.username)
  expect(await findUserForSignIn(ledger.engine.reader, account.username)).toBeNull()
})

test('a system actor is made once, journalled under itself, and listed among no people', async () => {
  const ledger = await testLedger()
  const made = await ensureSystemActor(ledger.engine, 'published')
  expect(made).toMatchObject({ username: 'system:published', name: 'Nạp dữ liệu đã công bố', system: true, grants: [] })
  expect(ledger.journal().at(-1)).toMatchObject({ actor_id: made.id, action: 'create_system_actor' })
  const contents = ledger.contents()
  expect(await ensureSystemActor(ledger.engine, 'published')).toEqual(made)
  expect(ledger.contents()).toEqual(contents)
  expect((await listPeople(ledger.engine.reader)).map(({ username }) => username)).not.toContain('system:published')
})

test('two processes that make a system actor at once get the same one', async () => {
  const ledger = await testLedger()
  const engine = overtaken(ledger.engine, () => ensureSystemActor(ledger.engine, 'published'))
  const made = await ensureSystemActor(engine, 'published')
  expect(made.id).toBe(ledger.one("select id from users where username = 'system:published'"))
})
