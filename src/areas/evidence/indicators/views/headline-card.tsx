// One indicator at a glance, as the profile and the home page show it. What is of a higher level says so in words.
import type { Language } from '#kernel/language.ts'
import { hasFlag } from '#kernel/observation.ts'
import { yearOf } from '#kernel/period.ts'
import { saySigned } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { isUnreliable, sayFlags } from '#ui/charts/flag-words.ts'
import { comparisonOf, findGap, sayValue } from '#ui/charts/measure.ts'
import { sayDuring } from '#ui/charts/period-words.ts'
import { sayOrdinal } from '#ui/charts/place-words.ts'
import { Sparkline } from '#ui/charts/sparkline.tsx'
import { FigureCard } from '#ui/parts/figure-card.tsx'
import { type Comparison, type Headline, indicatorPath, type Place } from '../rules.ts'
import { breaksFor, isPartOfWhole, measureOf, pointsOf, sayCell, sayCredit, sayUnitAndPeriod, titleOfRegion } from './wording.ts'

type Shown = { readonly language: Language; readonly headline: Headline; readonly heading?: 2 | 3 | 4 }

export const HeadlineCard = ({ language, headline, heading }: Shown) => {
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
      unitAndPeriod={sayUnitAndPeriod(indicator, newest.period, language)}
      level={headline.isOfHigherLevel ? say.evidence_card_level({ region: titleOfRegion(headline.shown, language) }) : undefined}
      flag={sayFlags(newest.cell.flags, language) || undefined}
      trend={series === null || series.periods.length < 3 ? null : (
        <Sparkline points={pointsOf(series)} breaks={breaksFor(indicator.caveats, headline.shown.code, language)} stance={headline.isOfHigherLevel ? 'other' : 'region'} language={language} name={indicator.shortName[language]} measure={measureOf(indicator, language)} />
      )}
      sentence={sayComparison({ language, headline })}
      caution={caution}
      source={headline.credits.map((credit) => sayCredit(credit, language)).join('; ')}
    />
  )
}
const datasetOf = (headline: Headline): string => (headline.indicator.from.kind === 'direct' ? headline.indicator.from.dataset : headline.indicator.key)

/** Place among its like, then the distance to the country; never for a value that is only a part of the whole. */
const sayComparison = ({ language, headline }: { readonly language: Language; readonly headline: Headline }): string | undefined => {
  const { indicator, newest, place, country } = headline
  if (newest === null || newest.cell.missing !== null) return undefined
  const parts = [
    place === null ? null : sayPlace({ language, headline, place }),
    country === null ? null : isPartOfWhole(indicator) ? sayShare({ language, headline, country }) : sayDistance({ language, headline, other: country }),
  ].filter((part): part is string => part !== null)
  return parts.length === 0 ? undefined : parts.join(' ')
}

export const sayPlace = ({ language, headline, place }: { readonly language: Language; readonly headline: Headline; readonly place: Place }): string | null => {
  const say = speak(language)
  const level = headline.shown.level
  if (place.of < 3) return null
  if (place.place === null) return place.leftOut === 'flagged' ? say.evidence_card_place_flagged() : null
  const words = { place: sayOrdinal(place.place, language), among: String(place.among), level }
  const missing = place.among < place.of ? ` ${say.evidence_card_place_of({ of: String(place.of) })}` : ''
  if (place.tied > 1) return `${say.evidence_card_place_tied(words)}${missing}.`
  return `${place.direction === 'neither' ? say.evidence_card_place_size(words) : say.evidence_card_place(words)}${missing}.`
}

/** „С 1,0 процентни пункта под България (71,4 %).“; when the periods differ, theirs is named. */
const sayDistance = ({ language, headline, other }: { readonly language: Language; readonly headline: Headline; readonly other: Comparison }): string | null => {
  const own = headline.newest
  if (own === null || own.cell.missing !== null || other.cell.missing !== null || other.region.code === headline.shown.code) return null
  if (isUnreliable(own.cell.flags) || isUnreliable(other.cell.flags)) return null
  const say = speak(language)
  const measure = measureOf(headline.indicator, language)
  const value = sayValue({ measure, value: other.cell.value, language })
  const name = other.region.name[language]
  if (other.period !== own.period) return say.evidence_card_other_period({ name, value, during: sayDuring(other.period, language) })
  const gap = findGap({ measure, from: other.cell.value, to: own.cell.value, language })
  if (gap.way === 'same') return say.evidence_card_same({ name, value })
  // Twice as much and more is said as a ratio nobody has to compute.
  if (comparisonOf(measure) === 'ratio' && other.cell.value > 0 && own.cell.value > 3 * other.cell.value) {
    return say.evidence_card_times({ name, value, times: saySigned(own.cell.value / other.cell.value, language, 1).replace('+', '') })
  }
  return gap.way === 'up' ? say.evidence_card_above({ gap: gap.words, name, value }) : say.evidence_card_below({ gap: gap.words, name, value })
}

const sayShare = ({ language, headline, country }: { readonly language: Language; readonly headline: Headline; readonly country: Comparison }): string | null => {
  const own = headline.newest?.cell
  if (!own || own.missing !== null || country.cell.missing !== null || country.cell.value <= 0 || own.value < 0 || country.region.code === headline.shown.code) return null
  if (country.period !== headline.newest?.period) return null
  const share = sayValue({ measure: { unit: { id: 'percent', scale: 1, currency: null, percent: true }, words: '%', decimals: 1, direction: 'neither' }, value: (own.value / country.cell.value) * 100, language })
  return speak(language).evidence_card_share({ share, name: country.region.name[language] })
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
  if (caveats.some((caveat) => caveat.kind === 'source') && lines.length === 0 && headline.credits.some((credit) => credit.source !== 'eurostat' && credit.source !== 'nsi')) lines.push(say.evidence_card_check())
  return lines.length === 0 ? undefined : lines.join(' ')
}
