// The methods of composite indices by name, in the order of docs/compute.md. They are bound to their schemas in the files beside this one.
import { columnEntries } from './composite-columns.ts'
import { indexEntries } from './composite-index.ts'
import { meanEntries } from './composite-means.ts'
import { runEntries } from './composite-runs.ts'
import { tableEntries } from './composite-tables.ts'
import type { Entry } from './entry.ts'

const order = [
  'quantiles', 'ranks', 'denomination', 'screening', 'imputation', 'outlier-treatment', 'normalisation', 'effective-weights', 'pca-weights', 'optimised-weights',
  'benefit-of-the-doubt', 'aggregation', 'copeland', 'mazziotta-pareto', 'adjusted-mazziotta-pareto', 'correlations', 'cronbach-alpha', 'principal-components',
  'composite-index', 'panel-index', 'rank-intervals', 'sensitivity', 'sobol-indices', 'strengths-and-weaknesses', 'what-if', 'smallest-change', 'leave-one-out',
]
export const compositeEntries: readonly Entry[] = [...columnEntries, ...tableEntries, ...meanEntries, ...indexEntries, ...runEntries].toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
