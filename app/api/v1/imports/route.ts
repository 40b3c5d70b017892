import { forgetPreview } from '#app/_import/kept-preview.ts'
import { perform } from '#app/_server/action.ts'
import { handInBody, storeBody } from '#app/_server/receive-file.ts'
import { respond, respondRefusal } from '#app/_server/respond.ts'
import { startImport } from '#db/commands/start-import.ts'
import { startImportInput } from '#domain/inputs/import.ts'
import { can } from '#domain/permissions.ts'
import { ok, type Result, refuse } from '#domain/refusal.ts'

/** Bytes: of a text file; a workbook may have fewer, which its reader says. */
const LONGEST = 100 * 1024 * 1024

/**
 * Hands a file in: its bytes are the body, and `?name=&sha256=&size=&key=` is what the sender knows of it. What was
 * counted on the way must be the same. Answers the id of the import.
 */
export async function POST(request: Request): Promise<Response> {
  const { name = '', size = '', ...rest } = Object.fromEntries(new URL(request.url).searchParams)
  const input = { ...rest, fileName: name, size: Number(size) }
  const result = await handInBody(request, () =>
    perform(startImport, async (actor) => {
      // Who may not, or says nothing that could be true, is refused without a byte on the disk.
      const welcome = can(actor, 'import_figures', { kind: 'product' }) && startImportInput.safeParse(input).success
      return welcome ? store(request, input) : ok(input)
    }),
  )
  if (!result.ok) return respondRefusal(result.error)
  const { id, discarded } = result.value
  for (const one of discarded) await forgetPreview(one)
  return respond({ id })
}

/** The very bytes that the sender counted; of others nothing is left. */
const store = (request: Request, input: { sha256?: string; size: number }): Promise<Result<object>> =>
  storeBody(request, LONGEST, async (_partial, { sha256, size }) => {
    const same = sha256 === input.sha256 && size === input.size
    return same ? ok(input) : refuse('invalid', { problems: [{ path: 'file', reason: 'not_as_sent' }] })
  })
