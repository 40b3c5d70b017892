/** The mark: three rows of a sheet and the line of the plan across them. */
export function Logo() {
  return (
    <svg aria-hidden="true" width="30" height="30" viewBox="0 0 30 30" className="shrink-0">
      <rect width="30" height="30" rx="7" fill="var(--btn)" />
      <g fill="var(--on-btn)">
        <rect x="6" y="8" width="11.5" height="3.4" rx="1" />
        <rect x="6" y="13.3" width="18" height="3.4" rx="1" />
        <rect x="6" y="18.6" width="9" height="3.4" rx="1" />
      </g>
      <rect x="17.7" y="6" width="2.4" height="18" fill="#e8853a" />
    </svg>
  )
}
