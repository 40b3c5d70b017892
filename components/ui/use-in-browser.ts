import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** False on the server and for the first moment in a document that it wrote, then true: for what only the browser writes. */
export const useInBrowser = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
