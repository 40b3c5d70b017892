/** A key of the keyboard, as it is named on it. */
export const Key = ({ children }: { children: string }) => (
  <kbd className="rounded-bar border border-line-2 bg-raised px-1 font-sans text-2xs whitespace-nowrap text-ink-2">
    {children}
  </kbd>
)
