import 'server-only'

/** A unit and year from a path; a year that is none becomes NaN, which no sheet has. */
export const readAddress = ({ unit, year }: { unit: string; year: string }): { unit: string; year: number } => ({
  unit,
  year: /^\d{4}$/.test(year) ? Number(year) : Number.NaN,
})
