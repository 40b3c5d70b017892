import { perform } from '#app/_server/action.ts'
import { admit } from '#app/_server/gate.ts'
import { askedText } from '#app/_server/list-page.ts'
import { readJson } from '#app/_server/read-json.ts'
import { respond, respondRefusal } from '#app/_server/respond.ts'
import { saveDocument } from '#db/commands/save-document.ts'
import { listDocuments } from '#db/queries/list-documents.ts'

/** `?q=`: at most 20 documents that answer it, to cite one of them. */
export async function GET(request: Request): Promise<Response> {
  const entered = await admit('GET /api/v1/documents')
  if (!entered.ok) return respondRefusal(entered.error)
  const q = askedText(new URL(request.url).searchParams.get('q') ?? '')
  return respond({ documents: await listDocuments(entered.value.reader, q) })
}

/** Makes a document; the body's fields are those of domain/inputs/save-document.ts. Answers its code. */
export async function POST(request: Request): Promise<Response> {
  const result = await perform(saveDocument, () => readJson(request))
  return result.ok ? respond(result.value) : respondRefusal(result.error)
}
