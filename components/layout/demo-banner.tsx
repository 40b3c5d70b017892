/** Says that figures are the published demo and accounts are open. */
export const DemoBanner = ({ words }: { words: string }) => (
  <p role="note" className="bg-warn-tint px-4 py-1.5 text-xs text-warn desk:px-5">
    {words}
  </p>
)
