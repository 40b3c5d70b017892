import { answerSteps, beginTask } from '#app/_server/answer-task.ts'

type Context = { params: Promise<{ id: string }> }

/**
 * Reads the file and compares it with the ledger. Lines of JSON: `progress` (ImportProgress), at last `done`
 * (ImportPreview) or `refused`. Nothing is written but the preview itself, which is kept until the next one.
 */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  const { id } = await params
  return answerSteps(await beginTask('POST /api/v1/imports/[id]/preview', id, { do: 'preview', import: id }))
}
