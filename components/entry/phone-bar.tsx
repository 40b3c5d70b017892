'use client'
import { useEntry } from './entry-context.tsx'
import { type Submission, SubmitForm } from './entry-head.tsx'
import { StatusBar } from './status-bar.tsx'

/** Above the tabs of a phone: how saving goes, and the one thing to do in the end. */
export function PhoneBar({ submission }: { submission: Submission | null }) {
  const { columns } = useEntry()
  if (!submission && columns.every(({ closed }) => closed !== null)) return null
  return (
    <div className="fixed inset-x-0 bottom-[calc(60px+env(safe-area-inset-bottom))] z-20 flex items-center gap-3 border-t border-line-2 bg-surface px-4 py-2">
      <div className="min-w-0 flex-1">
        <StatusBar />
      </div>
      {submission ? <SubmitForm submission={submission} /> : null}
    </div>
  )
}
