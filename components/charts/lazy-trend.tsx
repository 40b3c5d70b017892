'use client'
import dynamic from 'next/dynamic'
import { panelHeight } from './panel-height.ts'
import type { Panel } from './trend-panel.tsx'

const TrendPanel = dynamic(() => import('./trend-panel.tsx').then((module) => module.TrendPanel), {
  ssr: false,
  loading: () => <div style={{ height: panelHeight }} />,
})

/** Loads the chart library where a chart is shown, and nowhere else; the place has its final height before. */
export const LazyTrend = (panel: Panel) => <TrendPanel {...panel} />
