'use client'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'

/** Opens the browser's print; without a script its own key does the same. */
export function PrintButton({ children }: { children: ReactNode }) {
  return (
    <Button size="mobile" className="max-desk:hidden" onClick={() => print()}>
      {children}
    </Button>
  )
}
