// The pages of analysis. A topic adds its `pages` here; the hub leads to every analysis that has a page.
import { takeInAssets } from '#areas/evidence/assets/commands.ts'
import { importPage as importAssets, pages as assetPages } from '#areas/evidence/assets/pages.ts'
import { makeHub, pages as savedPages } from '#areas/evidence/analyses/pages.ts'
import { pages as benchmarkPages } from '#areas/evidence/benchmarks/pages.ts'
import { pages as figurePages } from '#areas/evidence/figures/pages.ts'
import { pages as indexPages } from '#areas/evidence/indices/pages.ts'
import { pages as peerPages } from '#areas/evidence/peers/pages.ts'
import { pages as specialisationPages } from '#areas/evidence/specialisation/pages.ts'
import { pages as trendPages } from '#areas/evidence/trends/pages.ts'
import type { WebPage } from './door.ts'

const analyses: readonly WebPage[] = [
  ...savedPages,
  ...figurePages,
  ...indexPages,
  ...peerPages,
  ...trendPages,
  ...benchmarkPages,
  ...specialisationPages,
  { ...importAssets, command: (visit, file) => takeInAssets(visit, file) }, ...assetPages,
]
export const analysisPages: readonly WebPage[] = [makeHub(new Set(['/evidence/comparisons', ...analyses.map(({ path }) => path)])), ...analyses]
