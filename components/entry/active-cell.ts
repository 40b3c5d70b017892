/** Where work goes on: the grid's tab stop, or the phone's input. */
export const activeCell = (active: string | null): HTMLElement | null =>
  document.querySelector(`[role=grid] [tabindex="0"], input[data-cell="${active}"]`)
