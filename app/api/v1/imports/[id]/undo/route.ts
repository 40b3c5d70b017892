import { beginTask, lastStep } from '#app/_server/answer-task.ts'
import { readJson } from '#app/_server/read-json.ts'
import { respond, respondRefusal } from '#app/_server/respond.ts'

type Context = { params: Promise<{ id: string }> }

/** Takes a committed import back; the body has its `key`, and a `reason` where a sheet was submitted since. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params
  const body = await readJson(request)
  if (!body.ok) return respondRefusal(body.error)
  const task = { do: 'undo', import: id, input: body.value } as const
  const result = await lastStep(await beginTask('POST /api/v1/imports/[id]/undo', id, task))
  return result.ok ? respond(result.value) : respondRefusal(result.error)
}
