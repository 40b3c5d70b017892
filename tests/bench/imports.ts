/** Imports of 10.000 and 100.000 rows through the API, as the screen makes them: how long, and with how much memory. */
import { createHash } from 'node:crypto'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { nanoid } from 'nanoid'
import { openDatabase } from '#db/engines/embedded.ts'
import { demoPassword } from '#db/seed/demo-accounts.ts'
import { signIn } from '#tests/support/sign-in-over-http.ts'
import { prepareLedger } from './ledgers.ts'
import { type Server, startProduct } from './servers.ts'
import { type Memory, watchMemory } from './watch-memory.ts'

const steps = ['hand in', 'preview', 'commit', 'undo'] as const
export type ImportStepTimes = { step: (typeof steps)[number]; ms: number; memory: Memory }
export type ImportTimes = { rows: number; steps: ImportStepTimes[] }

const ROWS = [10_000, 100_000]
/** The small ledger ends before: every sheet and line is made by the import. */
const YEAR = 2030

export async function measureImports(folder: string): Promise<ImportTimes[]> {
  const ledger = await prepareLedger('S', folder)
  const times: ImportTimes[] = []
  for (const rows of ROWS) {
    const file = join(folder, `import-${rows}.db`)
    copyFileSync(ledger.product, file)
    const text = furnish(file, rows)
    const product = await startProduct(file)
    try {
      times.push({ rows, steps: await importText(product, text) })
    } finally {
      await product.stop()
    }
  }
  return times
}

/** As many more units as the rows need, below the editor's, and the file with four figures in each row. */
function furnish(file: string, rows: number): string {
  const database = openDatabase(file)
  const codes = database
    .prepare(`select code from indicators where not heading and value_type in ('amount', 'count') order by code`)
    .pluck()
    .all()
  const insert = database.prepare(
    `insert into units (id, slug, code, valid_from, name, kind, parent_id, records_own_assigned_plan)
     select @slug, @slug, @code, '2020-01-01', @slug, 'ward', units.id, 0 from units
     where id = (select unit_id from grants join users on users.id = user_id where username = 'nhap')`,
  )
  const lines: string[] = ['unit,year,indicator_code,assigned_plan,adopted_plan,estimate,official']
  for (let unit = 0; lines.length <= rows; unit += 1) {
    const slug = `bench-${unit}`
    insert.run({ slug, code: `9${String(unit).padStart(5, '0')}` })
    for (const code of codes.slice(0, rows + 1 - lines.length)) {
      const value = 1000 + ((unit * 31 + lines.length) % 900)
      lines.push(`${slug},${YEAR},${code},${value}.5,${value + 10},${value + 7}.25,${value + 8}`)
    }
  }
  database.close()
  return `${lines.join('\n')}\n`
}

async function importText(product: Server, text: string): Promise<ImportStepTimes[]> {
  const headers = { Cookie: await signIn(product.address, 'nhap', demoPassword), Origin: product.address }
  const sha256 = createHash('sha256').update(text).digest('hex')
  const known = new URLSearchParams({
    ...{ name: 'bench.csv', sha256, size: String(Buffer.byteLength(text)), key: nanoid() },
  })
  const measured: ImportStepTimes[] = []
  const send = async (step: ImportStepTimes['step'], path: string, body: string) => {
    const [began, watched] = [performance.now(), watchMemory(product)]
    const answer = await fetch(`${product.address}/api/v1/imports${path}`, { method: 'POST', headers, body })
    const last = (await answer.text()).trimEnd().split('\n').at(-1) ?? ''
    measured.push({ step, ms: performance.now() - began, memory: await watched.end() })
    const said = JSON.parse(last)
    if (!answer.ok || said.refused) throw new Error(`${step}: ${answer.status} ${last.slice(0, 500)}`)
    return said
  }
  const { id } = await send('hand in', `?${known}`, text)
  const { done } = await send('preview', `/${id}/preview`, '')
  if (!done.diff) throw new Error(`The preview asks: ${JSON.stringify(done.questions)}`)
  await send('commit', `/${id}/commit`, JSON.stringify({ key: nanoid(), diff: done.diff.hash }))
  await send('undo', `/${id}/undo`, JSON.stringify({ key: nanoid() }))
  return measured
}
