import 'server-only'
import { notFound, redirect } from 'next/navigation'
import { type Action, can } from '#domain/permissions.ts'
import { currentSession, type Session } from './session.ts'

/** The gate of every page: sends whoever is not signed in to the form, and back to `path` afterwards. */
export async function requireActor(path: string): Promise<Session> {
  return (await currentSession()) ?? redirect(`/sign-in?next=${encodeURIComponent(path)}`)
}

/** The gate of the administration pages: to others they do not exist. */
export async function requireProductAction(path: string, action: Action): Promise<Session> {
  const session = await requireActor(path)
  return can(session.actor, action, { kind: 'product' }) ? session : notFound()
}
