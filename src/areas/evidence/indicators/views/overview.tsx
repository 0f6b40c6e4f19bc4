// The profile at one glance: every headline figure of the region as a dot against the spread of its peers.
// Only what may be judged stands here: rates of the region's own, reliable, with enough peers, and a better direction.
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { isOtherDefinition, isUnreliable } from '#ui/charts/flag-words.ts'
import { sayPeriod } from '#ui/charts/period-words.ts'
import { ChartFigure, type FigureProps } from '#ui/charts/chart-figure.tsx'
import { sayOrdinal } from '#ui/charts/place-words.ts'
import { rangeFigure } from '#ui/charts/range-chart.tsx'
import { keptDrawing, keptSentence } from '#ui/jsx/kept.ts'
import { type Headline, indicatorPath, type Profile } from '../rules.ts'
import { bound, quantityOf, originsOf, plainRegion, titleOfRegion } from './wording.ts'

type Shown = { readonly language: Language; readonly profile: Profile }
type Drawn = Shown & { /** code of the home region */ readonly home: string }
type Comparable = Headline & { readonly spread: NonNullable<Headline['spread']>; readonly newest: NonNullable<Headline['newest']> }

const isComparable = (headline: Headline): headline is Comparable =>
  headline.indicator.direction !== 'neither' && headline.newest !== null && headline.newest.cell.missing === null && headline.spread !== null && !headline.isOfHigherLevel
  && headline.above?.meaning !== 'share' && !isUnreliable(headline.newest.cell.flags) && !isOtherDefinition(headline.newest.cell.flags)
  && !headline.caveats.some((caveat) => caveat.kind === 'price')

const comparableOf = (profile: Profile): readonly Comparable[] => profile.domains.flatMap((domain) => domain.headlines.filter(isComparable))

/** How many stand on the better side of the others' median. */
const countBetter = (headlines: readonly Comparable[]): number => headlines.filter(({ indicator, newest, spread }) =>
  newest.cell.value !== null && (indicator.direction === 'more' ? newest.cell.value > spread.median : newest.cell.value < spread.median)).length

export const readOverview = (shown: Shown): string | null => keptSentence(shown.profile, `overview ${shown.language}`, () => makeSentence(shown))
const makeSentence = ({ language, profile }: Shown): string | null => {
  const headlines = comparableOf(profile)
  return headlines.length < 3 ? null
    : speak(language).evidence_overview_heading({ better: String(countBetter(headlines)), of: String(headlines.length), name: plainRegion(profile.region, language) })
}

/** What stands nearest the front among its like, and what farthest back: the page's lead has said the count already. */
const readEnds = ({ language, profile }: Shown): string | null => {
  const placed = comparableOf(profile).flatMap(({ indicator, place }) => (place?.place == null ? [] : [{ name: indicator.shortName[language], place: place.place, among: place.among }]))
    .sort((a, b) => a.place / a.among - b.place / b.among)
  const first = placed[0], last = placed.at(-1)
  if (placed.length < 3 || !first || !last) return null
  return bound(speak(language).evidence_overview_ends({ first: first.name, best: sayOrdinal(first.place, language), last: last.name, worst: sayOrdinal(last.place, language), among: String(last.among) }))
}

export const Overview = (drawn: Drawn) => keptDrawing(drawn.profile, `overview ${drawn.language} ${drawn.home}`, () => drawOverview(drawn))
const drawOverview = (drawn: Drawn) => {
  const figure = overviewFigure(drawn)
  return figure === null ? null : <ChartFigure {...figure} heading={readEnds(drawn) ?? figure.heading} />
}
/** null where fewer than three figures may be judged */
export const overviewFigure = ({ language, profile, home }: Drawn): FigureProps | null => {
  const say = speak(language)
  const headlines = comparableOf(profile)
  const sentence = readOverview({ language, profile })
  if (sentence === null) return null
  const credits = [...new Map(headlines.flatMap((headline) => headline.credits).map((credit) => [credit.dataset, credit])).values()]
  return rangeFigure({
    id: 'overview', language, level: 2, scale: 'own', heading: sentence, subtitle: say.evidence_overview_subtitle(),
    ownStance: profile.region.code === home ? 'region' : 'named', ownName: titleOfRegion(profile.region, language), peersName: say.evidence_overview_peers(),
    rows: headlines.map(({ indicator, newest, spread }) => {
      const words = { name: indicator.shortName[language], period: bound(sayPeriod(newest.period, language)) }
      return {
        id: indicator.key, label: indicator.direction === 'less' ? say.evidence_overview_less(words) : say.evidence_overview_label(words),
        quantity: quantityOf(indicator, language), own: newest.cell, spread, href: toHref(language, indicatorPath(indicator.key)),
      }
    }),
    origin: [...originsOf(credits, language)], notes: [say.evidence_overview_note()],
  })
}
