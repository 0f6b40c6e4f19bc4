// The catalogue of page parts, for whoever builds pages and whoever looks at them.
import { permissions } from '#areas/people/roles/rules.ts'
import { page } from '#store/visit.ts'
import { catalogueScreen } from '#ui/catalogue.tsx'

export const cataloguePage = page({ path: '/catalogue', may: permissions['public.read'], sameForAll: true, get: ({ language }) => catalogueScreen({ language }) })
