import { createEntryStore } from '#components/entry/entry-store.ts'
import type { Answer, Parcel } from '#components/entry/send-parcel.ts'
import type { UnsentKeeper } from '#components/entry/unsent.ts'
import type { SheetLine } from '#domain/sheet.ts'

type Given = { lines: SheetLine[]; needsReason?: boolean; keeper?: UnsentKeeper }

/** An entry store whose server answers when the test says so. */
export function entryDesk({ lines, needsReason = false, keeper }: Given) {
  const sent: { parcel: Parcel; answer: (answer: Answer) => Promise<void> }[] = []
  const store = createEntryStore({
    ...{ lines, needsReason, locale: 'vi', active: null },
    ...(keeper && { keeper }),
    send: (parcel) =>
      new Promise((resolve) => {
        const answer = async (value: Answer) => {
          resolve(value)
          await new Promise((settled) => setTimeout(settled))
        }
        sent.push({ parcel, answer })
      }),
  })
  return { store, sent, summary: () => store.screen().summary }
}
