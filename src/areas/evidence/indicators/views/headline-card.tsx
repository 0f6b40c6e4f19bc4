// One indicator at a glance, as the profile and the home page show it. What is of a higher level says so in words.
import type { Language } from '#kernel/language.ts'
import { hasFlag } from '#kernel/observation.ts'
import { yearOf } from '#kernel/period.ts'
import { saySigned } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { isUnreliable, sayFlags } from '#ui/charts/flag-words.ts'
import { comparisonOf, findGap, sayValue } from '#ui/charts/quantity-words.ts'
import { sayDuring, sayPeriods } from '#ui/charts/period-words.ts'
import { sayOrdinal } from '#ui/charts/place-words.ts'
import { Sparkline } from '#ui/charts/sparkline.tsx'
import { keptDrawing } from '#ui/jsx/kept.ts'
import { FigureCard } from '#ui/parts/figure-card.tsx'
import { type Comparison, type Headline, indicatorPath, type Place } from '../rules.ts'
import { observationsOf } from '../rules/series.ts'
import { bound, breaksFor, quantityOf, plainRegion, sayCell, sayCredits, sayUnitAndPeriod } from './wording.ts'

type Shown = { readonly language: Language; readonly headline: Headline; /** code of the home region */ readonly home: string; readonly heading?: 2 | 3 | 4 }

/** Drawn once as long as the figures stay. */
export const HeadlineCard = (shown: Shown) => keptDrawing(shown.headline, `card ${shown.language} ${shown.home} ${shown.heading ?? ''}`, () => drawCard(shown))
const drawCard = ({ language, headline, home, heading }: Shown) => {
  const say = speak(language)
  const { indicator, newest, series } = headline
  const href = toHref(language, indicatorPath(indicator.key))
  const level = heading === undefined ? {} : { heading }
  if (newest === null) {
    return (
      <FigureCard
        {...level}
        name={indicator.shortName[language]} href={href}
        value={{ missing: say.evidence_card_none() }} unitAndPeriod={indicator.unit.label[language]}
        sentence={headline.indicator.reasonWithoutFigures?.[language]}
        source={say.evidence_card_will_come({ dataset: datasetOf(headline) })}
      />
    )
  }
  const caution = cautionOf({ language, headline })
  return (
    <FigureCard
      {...level}
      name={indicator.shortName[language]}
      href={href}
      value={newest.cell.missing === null ? { number: sayCell(indicator, newest.cell, language) } : { missing: sayCell(indicator, newest.cell, language) }}
      unitAndPeriod={sayUnitAndPeriod({ indicator, period: newest.period, value: newest.cell.value, language })}
      level={headline.isOfHigherLevel ? say.evidence_card_level({ region: plainRegion(headline.shown, language) }) : undefined}
      stance={headline.shown.code === home ? 'region' : 'other'}
      flag={sayFlags(newest.cell.flags, language) || undefined}
      trend={series === null || series.periods.length < 3 ? null : (
        <Sparkline points={observationsOf(series)} breaks={breaksFor(indicator.caveats, headline.shown.code, language)} stance={headline.shown.code === home ? 'region' : 'other'} language={language} name={indicator.shortName[language]} quantity={quantityOf(indicator, language)} />
      )}
      sentence={sayComparison({ language, headline })}
      caution={caution}
      source={sayCredits(headline.credits, language)}
    />
  )
}
const datasetOf = (headline: Headline): string => (headline.indicator.from.kind === 'direct' ? headline.indicator.from.dataset : headline.indicator.key)

/** Place among its like, then the distance to the country (a municipality's to its district) and the Union's value;
 *  of a value that is a part of the whole its share is said instead. */
export const sayComparison = ({ language, headline }: { readonly language: Language; readonly headline: Headline }): string | undefined => {
  const { newest, place, above, eu } = headline
  if (newest === null || newest.cell.missing !== null) return undefined
  const parts = [
    place === null ? null : sayPlace({ language, headline, place }),
    above === null ? null : above.meaning === 'share' ? sayShare({ language, headline, whole: above }) : sayDistance({ language, headline, other: above }),
    eu === null || eu.meaning === 'share' ? null : sayUnion({ language, headline, eu }),
  ].filter((part): part is string => part !== null)
  return parts.length === 0 ? undefined : bound(parts.join(' '))
}

const sayPlace = ({ language, headline, place }: { readonly language: Language; readonly headline: Headline; readonly place: Place }): string | null => {
  const say = speak(language)
  // Births less deaths are no size, and a place by them says nothing.
  if (place.of < 3 || headline.indicator.from.kind === 'difference') return null
  if (place.place === null) return place.leftOut === 'flagged' ? say.evidence_card_place_flagged() : null
  const missing = place.among < place.of ? ` ${say.evidence_card_place_of({ of: String(place.of) })}` : ''
  return `${sayStanding({ language, headline, place })}${missing}.`
}
/** „11-о място сред 28 области“, „5-о място по стойност сред 28 области“, „Дели 11-о място сред 28 области“ */
const sayStanding = ({ language, headline, place }: { readonly language: Language; readonly headline: Headline; readonly place: Place }): string => {
  const say = speak(language)
  const words = { place: sayOrdinal(place.place ?? 0, language), among: String(place.among), level: headline.shown.level }
  return place.tied > 1 ? say.evidence_card_place_tied(words) : place.direction === 'neither' ? say.evidence_card_place_size(words) : say.evidence_card_place(words)
}
/** „Дял на младите хора: 11-о място сред 28 области“ */
export const readStanding = ({ language, headline }: { readonly language: Language; readonly headline: Headline }): string => {
  const { place, indicator } = headline
  if (place?.place == null) return indicator.name[language]
  const standing = sayStanding({ language, headline, place })
  return `${indicator.name[language]}: ${standing.charAt(0).toLowerCase()}${standing.slice(1)}`
}

/** „С 1,0 процентни пункта под България (71,4 %).“; when the periods differ, theirs is named. */
const sayDistance = ({ language, headline, other }: { readonly language: Language; readonly headline: Headline; readonly other: Comparison }): string | null => {
  const own = headline.newest
  if (own === null || own.cell.missing !== null || other.cell.missing !== null || other.region.code === headline.shown.code) return null
  if (isUnreliable(own.cell.flags) || isUnreliable(other.cell.flags)) return null
  const say = speak(language)
  const quantity = quantityOf(headline.indicator, language)
  const value = sayValue({ quantity, value: other.cell.value, language })
  const name = plainRegion(other.region, language)
  if (other.period !== own.period) return say.evidence_card_other_period({ name, value, during: sayDuring(other.period, language) })
  const gap = findGap({ quantity, from: other.cell.value, to: own.cell.value, language })
  if (gap.way === 'same') return say.evidence_card_same({ name, value })
  // Twice as much and more is said as a ratio nobody has to compute.
  if (comparisonOf(quantity) === 'ratio' && other.cell.value > 0 && own.cell.value > 3 * other.cell.value) {
    return say.evidence_card_times({ name, value, times: saySigned(own.cell.value / other.cell.value, language, 1).replace('+', '') })
  }
  return gap.way === 'up' ? say.evidence_card_above({ gap: gap.words, name, value }) : say.evidence_card_below({ gap: gap.words, name, value })
}

/** The Union's value alone: the distance is said to the country, and two distances in one card are hard to read. */
const sayUnion = ({ language, headline, eu }: { readonly language: Language; readonly headline: Headline; readonly eu: Comparison }): string | null =>
  eu.cell.missing !== null || eu.period !== headline.newest?.period ? null
    : speak(language).evidence_card_eu({ value: sayValue({ quantity: quantityOf(headline.indicator, language), value: eu.cell.value, language }) })

const sayShare = ({ language, headline, whole }: { readonly language: Language; readonly headline: Headline; readonly whole: Comparison }): string | null => {
  const own = headline.newest?.cell
  if (!own || own.missing !== null || whole.cell.missing !== null || whole.cell.value <= 0 || own.value < 0 || whole.region.code === headline.shown.code) return null
  if (whole.period !== headline.newest?.period) return null
  const share = sayValue({ quantity: { unit: { id: 'percent', scale: 1, currency: null, percent: true }, words: '%', decimals: 1, direction: 'neither' }, value: (own.value / whole.cell.value) * 100, language })
  return speak(language).evidence_card_share({ share, name: plainRegion(whole.region, language) })
}

/** What must stand beside the number: old figures, breaks, prices, low reliability. One line; the page has them all. */
const cautionOf = ({ language, headline }: { readonly language: Language; readonly headline: Headline }): string | undefined => {
  const say = speak(language)
  const lines: string[] = []
  const { newest, freshness, caveats } = headline
  if (freshness.isOld && newest !== null) lines.push(say.evidence_card_old({ year: String(yearOf(newest.period)) }))
  if (caveats.some((caveat) => caveat.kind === 'price')) lines.push(say.evidence_card_price())
  if (newest !== null && (isUnreliable(newest.cell.flags))) lines.push(say.evidence_card_unreliable())
  if (newest !== null && hasFlag(newest.cell.flags, 'b')) lines.push(say.evidence_card_break())
  if (headline.jumps.length > 0) lines.push(say.evidence_card_jump({ periods: sayPeriods(headline.jumps, language) }))
  if (caveats.some((caveat) => caveat.kind === 'source') && lines.length === 0 && headline.credits.some((credit) => credit.source !== 'eurostat' && credit.source !== 'nsi')) lines.push(say.evidence_card_check())
  return lines.length === 0 ? undefined : lines.join(' ')
}
