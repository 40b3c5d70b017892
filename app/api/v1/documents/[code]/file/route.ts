import { LENGTH_HEADER } from '#app/_http/headers.ts'
import { perform } from '#app/_server/action.ts'
import { readAttachment } from '#app/_server/attach.ts'
import { admit } from '#app/_server/gate.ts'
import { logFault } from '#app/_server/log.ts'
import { filesFolder, handInBody } from '#app/_server/receive-file.ts'
import { respond, respondRefusal } from '#app/_server/respond.ts'
import { streamOf } from '#app/_server/stream-of.ts'
import { attachFile } from '#db/commands/attach-file.ts'
import { readStoredFile } from '#db/files.ts'
import { type DocumentFile, getDocument } from '#db/queries/document-files.ts'
import { attachment } from '#domain/file-name.ts'
import { fileTypes } from '#domain/file-type.ts'
import { can } from '#domain/permissions.ts'

type Context = { params: Promise<{ code: string }> }

/**
 * The file of a document, to be saved and never shown by the browser: what it is was told by its content, and no page
 * of ours may be made of it. `?version=`: one that was replaced, perhaps because it should not be seen, so for the
 * administration only.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const entered = await admit('GET /api/v1/documents/[code]/file')
  if (!entered.ok) return respondRefusal(entered.error)
  const { reader, actor } = entered.value
  const files = (await getDocument(reader, (await params).code))?.files ?? []
  const version = new URL(request.url).searchParams.get('version')
  const file = version === null ? files[0] : files.find((one) => String(one.version) === version)
  const mayRead = file === files[0] || can(actor, 'administer', { kind: 'product' })
  return file && mayRead ? download(file) : respondRefusal({ code: 'not_found' })
}

async function download({ name, type, sha256, size }: DocumentFile): Promise<Response> {
  const stored = await readStoredFile(filesFolder(), sha256)
  if (stored?.size !== size) {
    logFault(new Error(`The file ${sha256} is ${stored ? 'not as it was stored' : 'lost'}.`), { event: 'file' })
    return respondRefusal({ code: 'not_found', reason: 'file_lost' })
  }
  return new Response(streamOf(parts(stored.stream)), {
    headers: {
      'Content-Type': fileTypes[type].mime,
      'Content-Disposition': attachment(name),
      [LENGTH_HEADER]: String(size),
    },
  })
}

/** Opened when the first byte is asked for: a HEAD opens nothing. */
async function* parts(open: () => AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  yield* open()
}

/**
 * Attaches the file that is the body: `?name=&size=&sha256=` as the sender counted them, `&key=`, and `&replaces=`, the
 * version of the file that it takes the place of. Answers the name under which it is kept, and its version.
 */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  const { code } = await params
  const result = await handInBody(request, () => perform(attachFile, (actor) => readAttachment(request, code, actor)))
  return result.ok ? respond(result.value) : respondRefusal(result.error)
}
