'use client'
import dynamic from 'next/dynamic'
import { createContext, use } from 'react'
import type { BarPanelProps } from './bar-panel.tsx'
import { panelHeight } from './panel-height.ts'
import type { Panel } from './trend-panel.tsx'

/** What stands in the place of a chart that is still to come, and how high the place is. */
const Waiting = createContext({ loading: '', height: 0 })

function Place() {
  const { loading, height } = use(Waiting)
  return (
    <p className="grid place-items-center text-sm text-ink-3" style={{ height }}>
      {loading}
    </p>
  )
}

const TrendPanel = dynamic(() => import('./trend-panel.tsx').then((module) => module.TrendPanel), {
  ssr: false,
  loading: Place,
})
const BarPanel = dynamic(() => import('./bar-panel.tsx').then((module) => module.BarPanel), {
  ssr: false,
  loading: Place,
})

/** These load the chart library where a chart is shown, and nowhere else; the place has its final height before. */
export const LazyTrend = ({ loading, ...panel }: Panel & { loading: string }) => (
  <Waiting value={{ loading, height: panelHeight }}>
    <TrendPanel {...panel} />
  </Waiting>
)

export const LazyBars = ({ loading, ...panel }: BarPanelProps & { loading: string }) => (
  <Waiting value={{ loading, height: panel.layout.height }}>
    <BarPanel {...panel} />
  </Waiting>
)
