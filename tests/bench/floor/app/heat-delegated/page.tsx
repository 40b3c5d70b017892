import { connection } from 'next/server'
import { readHeat } from '../../heat.ts'
import { DelegatedTable } from './table.tsx'

/** The delegated form: a client component with an element for each cell, and one listener for all of them. */
export default async function Page() {
  await connection()
  return <DelegatedTable heat={readHeat(2025)} />
}
