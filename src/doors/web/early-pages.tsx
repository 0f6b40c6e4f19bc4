// The public pages that belong to no area: home, the catalogue of parts.
import type { HomeRegion } from '#kernel/home.ts'
import { permissionOf } from '#areas/people/roles/read.ts'
import { page } from '#store/visit.ts'
import { catalogueScreen } from '#ui/catalogue.tsx'
import { PageHeading } from '#ui/parts/layout.tsx'

const read = permissionOf('public.read')

/** A plain beginning, until the page of the region takes its place. */
export const homePage = ({ home }: { readonly home: HomeRegion }) => page({
  path: '/', may: read, sameForAll: true,
  get: ({ language }) => ({
    kind: 'screen', title: home.names.title[language], says: home.names.title[language], crumbs: [], body: <PageHeading title={home.names.title[language]} />,
  }),
})
export const cataloguePage = page({ path: '/catalogue', may: read, sameForAll: true, get: ({ language }) => catalogueScreen({ language }) })
