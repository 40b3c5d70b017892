import { type Cell, saveCell } from '../../rows.ts'

export async function PUT(request: Request): Promise<Response> {
  // Whatever is sent is believed: there are no rules on the floor.
  saveCell((await request.json()) as Cell)
  return Response.json({ saved: true })
}
