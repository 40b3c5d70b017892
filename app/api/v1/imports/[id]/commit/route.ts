import { answerSteps, beginTask } from '#app/_server/answer-task.ts'
import { readJson } from '#app/_server/read-json.ts'
import { respondRefusal } from '#app/_server/respond.ts'

type Context = { params: Promise<{ id: string }> }

/**
 * Writes what the preview showed, or nothing. The body's fields are those of `commitImportInput`
 * (domain/inputs/import.ts). Lines of JSON as of the preview; `done` is how much was written.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params
  const body = await readJson(request)
  if (!body.ok) return respondRefusal(body.error)
  const task = { do: 'commit', import: id, input: body.value } as const
  return answerSteps(await beginTask('POST /api/v1/imports/[id]/commit', id, task))
}
