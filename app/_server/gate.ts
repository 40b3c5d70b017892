import 'server-only'
import { notFound, redirect } from 'next/navigation'
import { type Actor, can } from '#domain/permissions.ts'
import { ok, type Result, refuse } from '#domain/refusal.ts'
import { type ClosedHandler, type ClosedPage, handlers, type Policy, pages } from './policies.ts'
import { currentSession, type Session } from './session.ts'

/** Whether a policy lets this person in, as far as can be said at the door: a unit is asked about where it is found. */
export const admits = (policy: Policy, actor: Actor): boolean =>
  typeof policy === 'string' || policy.on !== 'product' || can(actor, policy.action, { kind: 'product' })

type Query = Record<string, string | string[] | undefined>
/** What fills the brackets of a route. */
type Params<Route extends string> = Route extends `${string}[${infer Name}]${infer Rest}`
  ? { [Param in Name]: string } & Params<Rest>
  : unknown
type Values<Route extends string> = Route extends `${string}[${string}`
  ? [values: Params<Route> & Query]
  : [values?: Query]

/** Who asks, where the policy lets them in: 401 where nobody is signed in, 404 where it leaves them out. */
async function enter(policy: Policy): Promise<Result<Session>> {
  const session = await currentSession()
  if (!session) return refuse('unauthenticated')
  return admits(policy, session.actor) ? ok(session) : refuse('not_found')
}

/**
 * The gate of every page that is not public: sends whoever is not signed in to the form, and back afterwards; to those
 * whom the page's policy leaves out it does not exist. `values` are the route's parameters and the query of its address.
 */
export async function requireActor<Route extends ClosedPage>(
  route: Route,
  ...[values = {}]: Values<Route>
): Promise<Session> {
  const entered = await enter(pages[route])
  if (entered.ok) return entered.value
  if (entered.error.code === 'not_found') notFound()
  redirect(`/sign-in?next=${encodeURIComponent(addressOf(route, values))}`)
}

/** The gate of every handler that reads; those that write go through perform(), which asks the same and more. */
export const admit = (handler: ClosedHandler): Promise<Result<Session>> => enter(handlers[handler])

function addressOf(route: string, values: Query): string {
  const path = route.replace(/\[(\w+)\]/g, (_, name: string) => encodeURIComponent(String(values[name])))
  const query = new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) =>
      typeof value === 'string' && !route.includes(`[${name}]`) ? [[name, value]] : [],
    ),
  )
  return query.size > 0 ? `${path}?${query}` : path
}
