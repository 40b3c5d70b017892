import type { FigureKind, StatedTier } from './figure.ts'
import type { BreakdownRule, IndicatorGroup, Measure } from './indicator.ts'
import type { Quantity } from './quantity.ts'
import type { StatementSubject } from './statement.ts'

/** The shapes in which a sheet is read: queries return them, rules judge them, screens and exports show them. */

export type DocumentView = {
  code: string
  title: string
  publisher: string | null
  number: string | null
  url: string | null
  /** ISO date, or null where the document bears none. */
  dated: string | null
}

/** A plan as it stood from one decision to the next: its value, what it cites, and who recorded it when (UTC). */
export type PlanStep = { quantity: Quantity | null; document: DocumentView | null; at: string; by: string }

export type FigureView = {
  /** Null: the cell was cleared. */
  quantity: Quantity | null
  version: number
  note: string | null
  document: DocumentView | null
  /** When and by whom this version was written: UTC, ISO 8601; the person's name. */
  at: string
  by: string
  /** Of an adjusted plan: the first one and each adjustment, oldest first. Exports do not ask for it. */
  steps?: readonly PlanStep[]
}

export type Figures = Partial<Record<FigureKind, FigureView>>

export type IndicatorView = Measure & {
  id: string
  code: string
  version: number
  nameVi: string
  nameEn: string
  /** Null: the name itself is short enough. */
  shortVi: string | null
  shortEn: string | null
  group: IndicatorGroup
  unitOfMeasure: string
  decimals: number
  parentCode: string | null
  breakdownRule: BreakdownRule
  heading: boolean
  caution: string | null
}

export type SheetLine = {
  id: string
  position: number
  number: string
  office: string | null
  inAssignedSet: boolean
  inAdoptedSet: boolean
  /** UTC time at which the line was ended; null while it is on the sheet. */
  endedAt: string | null
  indicator: IndicatorView
  figures: Figures
}

export type StatementView = {
  subject: StatementSubject
  tier: StatedTier
  setName: string | null
  count: number
  total: number | null
  qualifier: string | null
  note: string | null
  document: DocumentView
}

/** That somebody looked at a finding of the checks, and why it may stand: of the figures in its fingerprint only. */
export type AcknowledgementView = {
  /** Null: of the sheet as a whole. */
  lineId: string | null
  finding: string
  fingerprint: string
  note: string
  /** UTC, ISO 8601; the person's name. */
  at: string
  by: string
}
