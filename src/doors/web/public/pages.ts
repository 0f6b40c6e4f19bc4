// The public face that belongs to no single area: home, project, accessibility, privacy.
import { type Page, page } from '#store/visit.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { findIndicatorPage, findProfile } from '#areas/evidence/indicators/read.ts'
import type { Domain, Profile } from '#areas/evidence/indicators/rules.ts'
import { getHomeRegion } from '#areas/evidence/regions/read.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { homeScreen } from './home.tsx'
import { projectScreen } from './project.tsx'
import { accessibilityScreen, privacyScreen } from './statements.tsx'

const open = permissions['public.read']
/** The day of the last self-assessment of accessibility; changes with the assessment, not with the day of reading. */
const assessedOn = '2026-11-25'
const pillars = ['entrepreneurship', 'innovation', 'digitalisation'] as const satisfies readonly Domain[]

const chartOf = (profile: Profile, domain: Domain) =>
  profile.domains.find((one) => one.domain === domain)?.headlines.find((headline) => headline.newest !== null && (headline.series?.periods.length ?? 0) > 2)

export const homePage = page({
  path: '/', may: open, sameForAll: true,
  get: async ({ reader, language, now }) => {
    const [home, profile] = await Promise.all([getHomeRegion(reader), findProfile(reader, { now })])
    if (profile === undefined) throw new Error('The home region has no profile: the region pack is not loaded.')
    const shown = await Promise.all(pillars.map(async (domain) => {
      const headline = chartOf(profile, domain)
      return { domain, page: headline === undefined ? null : ((await findIndicatorPage(reader, { key: headline.indicator.key, now })) ?? null) }
    }))
    return homeScreen({ language, home, profile, pillars: shown, email: home.contact.email })
  },
})
export const projectPage = page({
  path: '/project', may: open, sameForAll: true,
  get: async ({ reader, language }) => { const home = await getHomeRegion(reader); return projectScreen({ language, home, email: home.contact.email }) },
})
export const accessibilityPage = page({
  path: '/accessibility', may: open, sameForAll: true,
  get: async ({ reader, language }) => {
    const home = await getHomeRegion(reader)
    return accessibilityScreen({ language, home, email: home.contact.email, date: sayCivilDate(assessedOn, language) })
  },
})
export const privacyPage = page({
  path: '/privacy', may: open, sameForAll: true,
  get: async ({ reader, language }) => { const home = await getHomeRegion(reader); return privacyScreen({ language, home, email: home.contact.email }) },
})

export const pages: readonly Page[] = [homePage, projectPage, accessibilityPage, privacyPage]
