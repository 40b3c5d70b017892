import type { ReactNode } from 'react'
import { Logo } from './logo.tsx'

/** A page without navigation: for those who are not signed in, and for failures. `name` is the product's. */
export function PlainPage({ name, children }: { name: string; children: ReactNode }) {
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-120 content-start gap-3 px-4 pt-[12vh] pb-8">
      <p className="mb-2 flex items-center gap-2.5 text-base font-semibold">
        <Logo />
        {name}
      </p>
      {children}
    </main>
  )
}
