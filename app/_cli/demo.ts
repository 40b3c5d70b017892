/** `npm run demo`: the product on the published facts, with accounts to try it with. */
import { demoAccounts, demoPassword, seedDemo } from '#db/seed/demo-accounts.ts'
import { buildIfNeeded } from './build.ts'
import { openLedger } from './ledger-file.ts'
import { startServer } from './server.ts'
import { runCommand } from './stop.ts'

function introduce(address: string): void {
  const width = Math.max(...demoAccounts.map(({ username }) => username.length))
  console.log(
    [
      '',
      `Sổ chỉ tiêu, bản dùng thử · demo: ${address}`,
      `Mật khẩu chung · password for all: ${demoPassword}`,
      ...demoAccounts.map(({ username, name, role }) => `  ${username.padEnd(width)}  ${name} · ${role}`),
      'Ctrl+C để dừng · to stop',
      '',
    ].join('\n'),
  )
}

await runCommand(async () => {
  process.env.DATABASE_URL ||= 'file:./data/demo.db'
  process.env.DEMO = '1'
  const ledger = openLedger()
  await seedDemo(ledger)
  await buildIfNeeded()
  await startServer('start', ledger, introduce)
})
