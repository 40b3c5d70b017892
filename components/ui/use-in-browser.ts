import { useDeferredValue } from 'react'

/** False on the server and while a page comes up, then true, when there is time for it: for what only the browser writes. */
export const useInBrowser = (): boolean => useDeferredValue(true, false)
