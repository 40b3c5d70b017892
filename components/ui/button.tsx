import Link from 'next/link'
import type { ComponentProps } from 'react'

type Look = {
  variant?: 'primary' | 'secondary' | 'ghost'
  /** 32 px; `small` 28 px; `mobile` 32 px, and 36 px on a phone. */
  size?: 'regular' | 'small' | 'mobile'
}

const variants = {
  primary: 'border-transparent bg-btn text-on-btn hover:opacity-90',
  secondary: 'border-line-2 bg-surface text-ink hover:bg-sunken',
  ghost: 'border-transparent text-ink-2 hover:bg-sunken hover:text-ink',
}

const sizes = {
  regular: 'h-8 px-3',
  small: 'h-7 px-2.5',
  mobile: 'h-9 px-3 desk:h-8',
}

/** The classes of a button, for elements that only look like one (a dialog's opener, a download link). */
export const buttonClass = ({ variant = 'secondary', size = 'regular' }: Look = {}): string =>
  `inline-flex shrink-0 items-center justify-center gap-2 rounded-control border text-sm font-semibold whitespace-nowrap transition-opacity disabled:cursor-not-allowed disabled:opacity-50 ${variants[variant]} ${sizes[size]}`

/** A button. `type` is `button` unless it is said: a form is never sent by accident. */
export function Button({ variant, size, className = '', type = 'button', ...props }: ComponentProps<'button'> & Look) {
  return (
    <button
      {...props}
      type={type}
      className={`${buttonClass({ ...(variant && { variant }), ...(size && { size }) })} ${className}`}
    />
  )
}

/** A link that looks like a button: for what leads somewhere instead of changing something. */
export function ButtonLink({ variant, size, className = '', ...props }: ComponentProps<typeof Link> & Look) {
  return (
    <Link
      {...props}
      className={`${buttonClass({ ...(variant && { variant }), ...(size && { size }) })} ${className}`}
    />
  )
}
