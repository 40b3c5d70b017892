/** `npm start`, `npm run dev`: migrates the ledger, then serves it at HOST and PORT. */
import { migrateLedger } from './ledger-file.ts'
import { startServer } from './server.ts'
import { runCommand, Stop } from './stop.ts'

await runCommand(async () => {
  const [mode, ...rest] = process.argv.slice(2)
  if ((mode !== 'dev' && mode !== 'start') || rest.length > 0) throw new Stop('Usage: serve.ts <dev | start>')
  migrateLedger()
  await startServer(mode, (address) => console.log(`Sổ chỉ tiêu: ${address}`))
})
