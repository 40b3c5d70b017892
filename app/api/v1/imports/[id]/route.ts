import { forgetPreview } from '#app/_import/kept-preview.ts'
import { perform } from '#app/_server/action.ts'
import { readJson } from '#app/_server/read-json.ts'
import { forgetFile } from '#app/_server/receive-file.ts'
import { respond, respondRefusal } from '#app/_server/respond.ts'
import { chooseImport } from '#db/commands/choose-import.ts'
import { discardImport } from '#db/commands/discard-import.ts'
import { ok } from '#domain/refusal.ts'

type Context = { params: Promise<{ id: string }> }

const bodyOf = async (request: Request, { params }: Context) => {
  const body = await readJson(request)
  return body.ok ? ok({ ...body.value, import: (await params).id }) : body
}

/** Says how the file is to be read; the body's fields are those of `chooseImportInput` (domain/inputs/import.ts). */
export async function PUT(request: Request, context: Context): Promise<Response> {
  const result = await perform(chooseImport, () => bodyOf(request, context))
  return result.ok ? respond(result.value) : respondRefusal(result.error)
}

/** Gives the import up, and with it its file where nothing else names it; the body has its `key`. */
export async function DELETE(request: Request, context: Context): Promise<Response> {
  const result = await perform(discardImport, () => bodyOf(request, context))
  if (!result.ok) return respondRefusal(result.error)
  const { id, sha256 } = result.value
  await forgetPreview(id)
  await forgetFile(sha256)
  return respond({ id })
}
