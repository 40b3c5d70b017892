/** The drawn height of a trend in pixels: kept free until the chart library has come. */
export const panelHeight = 216
