import { type ImportOutcome, importOutcomes } from '#domain/import.ts'

/** The steps of an import, in their order. `names` is passed over where every name is known. */
export const importSteps = ['file', 'columns', 'names', 'preview', 'result'] as const
export type ImportStep = (typeof importSteps)[number]

/** What the address says: which import, what of it is shown. */
export type ImportQuery = {
  batch?: string | undefined
  /** Left out: the first step that asks something, or else the last one. */
  step?: ImportStep | undefined
  /** In the preview: what became of the cells that are listed, why, and which page of them. */
  show?: ImportOutcome | undefined
  cause?: string | undefined
  page?: string | undefined
  /** Where the person came from: offered where no column of the file says the unit or the year. */
  unit?: string | undefined
  year?: string | undefined
}

type Search = Record<string, string | string[] | undefined>

const oneOf = <T extends string>(all: readonly T[], text: Search[string]): T | undefined =>
  all.find((one) => one === text)

/** What does not say anything is passed over. */
export function readImportQuery({ batch, step, show, cause, page, unit, year }: Search): ImportQuery {
  const text = (given: Search[string]) => (typeof given === 'string' && given !== '' ? given : undefined)
  return {
    batch: text(batch),
    step: oneOf(importSteps, step),
    show: oneOf(importOutcomes, show),
    cause: text(cause),
    page: text(page),
    unit: text(unit),
    year: text(year),
  }
}

export function importAddress(query: ImportQuery): string {
  const search = new URLSearchParams(Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return search.size > 0 ? `/import?${search}` : '/import'
}
