/** `npm start`, `npm run dev`: migrates the ledger, then serves it at HOST and PORT. */
import { sweepPreviews } from '#app/_import/kept-preview.ts'
import { requireBuild } from './build.ts'
import { openLedger } from './ledger-file.ts'
import { startServer } from './server.ts'
import { runCommand, Stop } from './stop.ts'

await runCommand(async () => {
  const [mode, ...rest] = process.argv.slice(2)
  if ((mode !== 'dev' && mode !== 'start') || rest.length > 0) throw new Stop('Usage: serve.ts <dev | start>')
  // Before the ledger is migrated: an older build would write it by older rules.
  if (mode === 'start') requireBuild()
  const ledger = openLedger()
  await sweepPreviews(ledger.reader)
  await startServer(mode, ledger, (address) => console.log(`Sổ chỉ tiêu: ${address}`))
})
