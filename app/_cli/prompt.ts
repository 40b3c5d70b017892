import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { Stop } from './stop.ts'

/** Asks at the terminal. `hidden`: what is typed is not shown. Throws Stop where the person gives up. */
export async function ask(question: string, { hidden = false } = {}): Promise<string> {
  // Readline echoes to its output: one that swallows everything hides what is typed.
  const output = hidden ? new Writable({ write: (_chunk, _encoding, done) => done() }) : process.stdout
  const lines = createInterface({ input: process.stdin, output, terminal: true })
  try {
    if (hidden) process.stdout.write(`${question} `)
    // Ctrl-C and Ctrl-D close the interface, which would leave the question unanswered for ever.
    const closed = new Promise<never>((_resolve, reject) => lines.once('close', () => reject(new Stop('Given up.'))))
    return await Promise.race([lines.question(hidden ? '' : `${question} `), closed])
  } finally {
    if (hidden) process.stdout.write('\n')
    lines.close()
  }
}

/** The first line of what is piped in; '' where there is none. */
export async function firstLine(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) return line
  return ''
}
