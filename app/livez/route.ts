/** The process answers. Public: it says nothing else. */
export const GET = (): Response => new Response('ok\n')
