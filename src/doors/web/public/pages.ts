// The public face that belongs to no single area: home, project, accessibility, privacy.
import { type Page, page } from '#store/visit.ts'
import { listPolicy } from '#areas/people/roles/read.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { mayDo } from '#kernel/who.ts'
import { findIndicatorPage, findProfile } from '#areas/evidence/indicators/read.ts'
import type { Domain, Profile } from '#areas/evidence/indicators/rules.ts'
import { yearOf } from '#kernel/period.ts'
import { levels } from '#kernel/region.ts'
import { getHomeRegion } from '#areas/evidence/regions/read.ts'
import { listNews } from '#areas/participation/news/read.ts'
import { getSettings } from '#areas/people/settings/read.ts'
import { withSettings } from '#areas/people/settings/rules.ts'
import type { Reader } from '#store/handle.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { findThings } from '#store/search.ts'
import { toTilePicture } from '#ui/charts/tile-picture.ts'
import { picturePath } from '#ui/page.tsx'
import { cataloguePages } from './catalogue-page.ts'
import { homeScreen } from './home.tsx'
import { projectScreen } from './project.tsx'
import { foundOnAPage, searchPath, searchScreen } from './search.tsx'
import { accessibilityScreen, privacyScreen } from './statements.tsx'

const open = permissions['public.read']
/** The day of the last self-assessment of accessibility; changes with the assessment, not with the day of reading. */
const assessedOn = '2026-11-25'
const pillars = ['entrepreneurship', 'innovation', 'digitalisation'] as const satisfies readonly Domain[]

/** The pillar's first that is a line and the region's own; where there is none, the freshest of the nearest level above. */
const chartOf = (profile: Profile, domain: Domain) => {
  const lines = profile.domains.find((one) => one.domain === domain)?.headlines.filter((headline) => (headline.series?.missing.filter((reason) => reason === null).length ?? 0) >= fewestPoints) ?? []
  const nearness = (headline: (typeof lines)[number]): number => levels.toReversed().indexOf(headline.shown.level)
  const year = (headline: (typeof lines)[number]): number => (headline.newest === null ? 0 : yearOf(headline.newest.period))
  return lines.find((headline) => !headline.isOfHigherLevel) ?? lines.toSorted((a, b) => nearness(a) - nearness(b) || year(b) - year(a))[0]
}
/** Fewer are dots, not a way that something goes. */
const fewestPoints = 5

/** The first figure about people that is the region's own and says more than its size: by it the home page shows where we stand. */
const placedOf = (profile: Profile) =>
  profile.domains.find((one) => one.domain === 'people')?.headlines.find((headline) => headline.place?.place != null && !headline.isOfHigherLevel && headline.above?.meaning !== 'share')

/** The home region with what its body says of itself. */
const getHome = async (reader: Reader) => {
  const [home, settings] = await Promise.all([getHomeRegion(reader), getSettings(reader)])
  const shown = withSettings(home, settings)
  return { home: shown, email: shown.contact.email, settings }
}

/** The picture of the region among its like, for links to pages that have none of their own. */
const regionPicture = page({
  path: picturePath, may: open, sameForAll: true, languageFree: true,
  get: async ({ reader }) => { const home = await getHomeRegion(reader); return { kind: 'picture', picture: toTilePicture({ tiles: home.tiles.districts, own: home.code }) } },
})

export const publicPages = (): readonly Page[] => [
  regionPicture,
  page({
    path: '/', may: open, sameForAll: true,
    get: async ({ reader, language, now }) => {
      const [{ home, email }, profile, news] = await Promise.all([getHome(reader), findProfile(reader, { now }), listNews(reader, { who: 'everyone', limit: 3 })])
      if (profile === undefined) throw new Error('The home region has no profile: the region pack is not loaded.')
      const shown = await Promise.all(pillars.map(async (domain) => {
        const headline = chartOf(profile, domain)
        return { domain, page: headline === undefined ? null : ((await findIndicatorPage(reader, { key: headline.indicator.key, now })) ?? null) }
      }))
      const placed = placedOf(profile)
      const young = placed === undefined ? null : ((await findIndicatorPage(reader, { key: placed.indicator.key, now })) ?? null)
      return homeScreen({ language, home, profile, pillars: shown, young, email, news })
    },
  }),
  page({
    path: '/project', may: open, sameForAll: true,
    get: async ({ reader, language }) => projectScreen({ language, ...(await getHome(reader)) }),
  }),
  page({
    path: '/accessibility', may: open, sameForAll: true,
    get: async ({ reader, language }) => accessibilityScreen({ language, ...(await getHome(reader)), date: sayCivilDate(assessedOn, language) }),
  }),
  page({
    path: '/privacy', may: open, sameForAll: true,
    get: async ({ reader, language }) => privacyScreen({ language, ...(await getHome(reader)) }),
  }),
  page({
    path: searchPath, may: open,
    get: async ({ reader, language, who }, asked) => {
      const words = (asked.query.get('q') ?? '').trim().slice(0, 200)
      const at = Math.min(500, Math.max(1, Number.parseInt(asked.query.get('page') ?? '1', 10) || 1))
      const answer = words === '' ? null
        : await findThings(reader, { words, language, limit: foundOnAPage, offset: (at - 1) * foundOnAPage, who: who.role === 'visitor' ? 'everyone' : 'staff', holds: listPolicy().filter((permission) => mayDo(who, permission)).map(({ name }) => name) })
      return searchScreen({ language, words, page: at, answer })
    },
  }),
  ...cataloguePages,
]
