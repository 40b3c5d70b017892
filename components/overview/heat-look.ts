/**
 * How a cell looks: by its verdict and how far it is from the plan (deep, miss, met, over, far), neutral, without a plan
 * (bare), a plan without a result (plan), or nothing at all (none).
 */
export const heatLooks = ['deep', 'miss', 'met', 'over', 'far', 'neutral', 'bare', 'plan', 'none'] as const
export type HeatLook = (typeof heatLooks)[number]
