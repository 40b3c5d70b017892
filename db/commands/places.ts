import type { Actor, Target } from '#domain/permissions.ts'
import type { Found } from '../command.ts'
import type { Reader } from '../engine.ts'
import { type FoundSheet, findAuthors, findSheet } from '../queries/find-sheet.ts'
import { type FoundUnit, findUnit } from '../queries/find-unit.ts'

/** Where commands find what they are done to, from the addressing fields of an unparsed input. */

export type UnitPlace = { unit: FoundUnit; target: Target }
export type SheetPlace = UnitPlace & { sheet: FoundSheet }

/** The unit that `unit` names by its slug. */
export async function findUnitPlace(
  reader: Reader,
  { unit: slug }: Record<string, unknown>,
): Promise<UnitPlace | null> {
  const unit = await findUnit(reader, slug)
  return unit && { unit, target: unit.target }
}

/** The sheet that `unit` and `year` name, to write on; null where none was opened. */
export async function findSheetPlace(reader: Reader, address: Record<string, unknown>): Promise<SheetPlace | null> {
  const place = await findUnitPlace(reader, address)
  if (!place || typeof address.year !== 'number' || !Number.isInteger(address.year)) return null
  const sheet = await findSheet(reader, place.unit.id, address.year)
  return sheet && { ...place, sheet }
}

/** The same to take a step of the workflow with: the approver's steps ask who wrote on it. */
export async function findAuthoredSheet(reader: Reader, address: Record<string, unknown>): Promise<SheetPlace | null> {
  const place = await findSheetPlace(reader, address)
  return place && { ...place, target: { ...place.unit.target, authors: await findAuthors(reader, place.sheet.id) } }
}

/** The catalogue, people and documents belong to no unit. */
export const findProduct = async (): Promise<Found> => ({ target: { kind: 'product' } })

/** The actor's own account. */
export const findOwnAccount = async (_reader: Reader, _address: unknown, actor: Actor): Promise<Found> => ({
  target: { kind: 'account', userId: actor.id },
})
