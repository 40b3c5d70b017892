import { CircleX, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

const looks = {
  error: { icon: CircleX, className: 'bg-error-tint text-error', role: 'alert' },
  warn: { icon: TriangleAlert, className: 'bg-warn-tint text-warn', role: 'status' },
  info: { icon: Info, className: 'bg-accent-weak text-ink', role: 'status' },
} as const

/** A sentence in its place: what failed, what is doubtful, what is worth knowing. An error is announced. */
export function Notice({ tone, children }: { tone: keyof typeof looks; children: ReactNode }) {
  const { icon: Icon, className, role } = looks[tone]
  return (
    <div role={role} className={`flex items-start gap-2 rounded-control px-3 py-2 text-sm ${className}`}>
      <Icon aria-hidden size={16} strokeWidth={1.75} className="mt-px shrink-0" />
      <div className="min-w-0">{children}</div>
    </div>
  )
}
