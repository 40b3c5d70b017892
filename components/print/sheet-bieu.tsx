import { type BieuSheet, bieuForm } from './bieu-form.ts'
import { BieuFrame } from './bieu-frame.tsx'
import { sheetBieuTable } from './sheet-bieu-table.ts'

/** "Biểu số 01": a unit's year on the official form, for print. */
export function SheetBieu(of: BieuSheet) {
  const form = bieuForm(of)
  return (
    <BieuFrame
      number="01"
      title={form.title}
      year={of.year}
      unit={of.unit}
      words={of.words}
      foot={form.notes.map((note) => <p key={note}>{note}</p>)}
    >
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: written by `html`, which escapes whatever is put in */}
      <div dangerouslySetInnerHTML={{ __html: sheetBieuTable(form).text }} />
    </BieuFrame>
  )
}
