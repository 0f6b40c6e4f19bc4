// Every method by name, its group loaded only when one of its methods is asked for. The names are those of docs/compute.md and never change.
// Not a place for mathematics: each group's file binds its functions to their schemas.
import type { Entry } from './entry.ts'

type Group = { readonly names: readonly string[]; readonly load: () => Promise<readonly Entry[]> }

const groups: readonly Group[] = [
  {
    names: [
      'quantiles', 'ranks', 'denomination', 'screening', 'imputation', 'outlier-treatment', 'normalisation', 'effective-weights', 'pca-weights',
      'optimised-weights', 'benefit-of-the-doubt', 'aggregation', 'copeland', 'mazziotta-pareto', 'adjusted-mazziotta-pareto', 'correlations',
      'cronbach-alpha', 'principal-components', 'composite-index', 'panel-index', 'rank-intervals', 'sensitivity', 'sobol-indices',
      'strengths-and-weaknesses', 'what-if', 'smallest-change', 'leave-one-out',
    ],
    load: () => import('./composite.ts').then(({ compositeEntries }) => compositeEntries),
  },
  {
    names: ['penalty-for-bottleneck', 'single-bottleneck', 'bottleneck-effort', 'innovation-groups', 'innovation-scoreboard', 'fixed-reference-index', 'stage-weights'],
    load: () => import('./official.ts').then(({ officialEntries }) => officialEntries),
  },
  {
    names: ['structural-distance', 'nearest-neighbours', 'hierarchical-clusters', 'silhouettes', 'benchmark-row'],
    load: () => import('./peers.ts').then(({ peersEntries }) => peersEntries),
  },
  {
    names: [
      'location-quotient', 'location-quotient-variants', 'krugman-index', 'herfindahl', 'entropy', 'variety', 'hachman-index', 'gini-of-specialisation',
      'where-an-industry-sits', 'shift-share', 'shift-share-esteban-marquillas', 'shift-share-dynamic', 'shift-share-gerfin', 'relatedness',
      'relatedness-density', 'diversity-and-ubiquity', 'complexity', 'reflections', 'fitness', 'outlook', 'outlook-gain', 'income-content',
      'opportunity-screen', 'entries-and-exits',
    ],
    load: () => import('./specialisation.ts').then(({ specialisationEntries }) => specialisationEntries),
  },
  {
    names: [
      'growth', 'theil-sen', 'mann-kendall', 'beta-convergence', 'sigma-convergence', 'gamma-convergence', 'delta-convergence', 'inequality',
      'forecast', 'targets',
    ],
    load: () => import('./change.ts').then(({ changeEntries }) => changeEntries),
  },
  {
    names: ['before-after', 'difference-in-differences', 'event-study', 'synthetic-control', 'ridge-augmented-synthetic-control', 'synthetic-did'],
    load: () => import('./effect.ts').then(({ effectEntries }) => effectEntries),
  },
  {
    names: ['budget-allocation', 'ahp', 'ahp-group', 'ballots', 'delphi', 'quadratic-kappa', 'kendall-w', 'importance-performance'],
    load: () => import('./stakeholders.ts').then(({ stakeholdersEntries }) => stakeholdersEntries),
  },
  {
    names: ['opinion-groups', 'next-statement', 'adjusted-rand-index'],
    load: () => import('./opinion.ts').then(({ opinionEntries }) => opinionEntries),
  },
]

export const methodNames: readonly string[] = groups.flatMap(({ names }) => names)
/** `undefined` for a name that is not in docs/compute.md, or whose function is not here. */
export const findEntry = (name: string): Promise<Entry | undefined> =>
  (groups.find(({ names }) => names.includes(name))?.load() ?? Promise.resolve([])).then((entries) => entries.find((one) => one.name === name))
/** All, in the order of docs/compute.md. */
export const listEntries = (): Promise<readonly Entry[]> =>
  Promise.all(groups.map(({ load }) => load())).then((loaded) => loaded.flat())
