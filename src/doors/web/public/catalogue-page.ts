// The catalogue of page parts, for whoever builds pages and whoever looks at them.
import { notFound } from '#kernel/answer.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { page } from '#store/visit.ts'
import { findCatalogueScreen } from '#ui/catalogue.tsx'

const may = permissions['public.read']
export const cataloguePages = [
  page({ path: '/catalogue', may, sameForAll: true, get: ({ language }) => findCatalogueScreen({ language, chart: null }) ?? notFound }),
  page({ path: '/catalogue/:chart', may, sameForAll: true, get: ({ language }, asked) => findCatalogueScreen({ language, chart: asked.params.chart ?? '' }) ?? notFound }),
]
