import type { SheetState } from '#domain/sheet-state.ts'

type PublishedSheet = { unit: string; year: number; state: Extract<SheetState, 'draft' | 'submitted' | 'approved'> }

/** Sheets that the facts speak of, with the state in which the demo shows them. */
export const publishedSheets: readonly PublishedSheet[] = [
  { unit: 'bac-tu-liem', year: 2022, state: 'approved' },
  { unit: 'nam-tu-liem', year: 2022, state: 'approved' },
  { unit: 'bac-tu-liem', year: 2023, state: 'submitted' },
  { unit: 'nam-tu-liem', year: 2023, state: 'submitted' },
  { unit: 'cau-giay', year: 2023, state: 'submitted' },
  { unit: 'ngo-quyen', year: 2023, state: 'submitted' },
  { unit: 'ha-noi', year: 2026, state: 'draft' },
]

/**
 * Drafts of the next year: lines without figures. Of Nam Từ Liêm's 2023 a single monitored line was published, which is
 * no sheet to carry on from: its 2024 takes the lines of 2022.
 */
export const nextSheets: readonly { unit: string; year: number; linesFrom: number }[] = [
  { unit: 'bac-tu-liem', year: 2024, linesFrom: 2023 },
  { unit: 'nam-tu-liem', year: 2024, linesFrom: 2022 },
  { unit: 'cau-giay', year: 2024, linesFrom: 2023 },
  { unit: 'ngo-quyen', year: 2024, linesFrom: 2023 },
]
