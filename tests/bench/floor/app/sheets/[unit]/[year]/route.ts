import { readSheet } from '../../../../rows.ts'

type Context = { params: Promise<{ unit: string; year: string }> }

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { unit, year } = await params
  return Response.json(readSheet(unit, year))
}
