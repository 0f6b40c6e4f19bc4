// Another basis, another year, another axis, another crosshair: a plain GET, so that what is seen can be sent as a link.
import type { Language } from '#kernel/language.ts'
import { sayNumber } from '#kernel/quantity.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { sayPeriod } from '#ui/charts/period-words.ts'
import { Button } from '#ui/parts/button.tsx'
import { Details } from '#ui/parts/details.tsx'
import { NumberField } from '#ui/parts/number-field.tsx'
import { Select } from '#ui/parts/select.tsx'
import { plainRegion } from '#areas/evidence/indicators/views/wording.ts'
import { type Choice, queryOf, type Seen, specialisationPath, strangeOf } from '../rules.ts'
import { axisName, besideName, onAxis } from './saying.ts'

export const ChangeForm = ({ language, seen, choice, query }: { readonly language: Language; readonly seen: Seen; readonly choice: Choice; readonly query: URLSearchParams }) => {
  const say = speak(language)
  const strange = strangeOf(query), { density, value } = seen.picture.screen.crosshair
  const error = (name: 'near' | 'worth'): string | undefined => (strange.includes(name) ? say.evidence_spec_form_number() : undefined)
  const standing = (at: number | string, decimals: number): string => (typeof at === 'number' ? sayNumber(at, language, decimals) : '')
  const isMoved = choice.near !== null || choice.worth !== null
  return (
    <Details summary={say.evidence_spec_form_title()} starts={strange.length > 0 || isMoved ? 'open' : 'closed'}>
      <form method="get" action={`${toHref(language, specialisationPath)}#chances`} class="p-form" id="another-basis">
        <input type="hidden" name="set" value={seen.set} />
        <Select filter language={language} name="side" label={say.evidence_spec_form_side()} value={seen.side} options={[{ value: 'country', name: seen.side === 'country' ? besideName(seen, language) : countryName(seen, language) }, { value: 'union', name: unionName(seen, language) }]} />
        <Select filter language={language} name="period" label={say.evidence_spec_form_period()} value={seen.period} options={seen.periods.map((period) => ({ value: period, name: sayPeriod(period, language) }))} />
        <Select filter language={language} name="axis" label={say.evidence_spec_form_axis()} value={seen.axis} options={seen.axes.map((axis) => ({ value: axis, name: axisName(axis, seen, language) }))} />
        <NumberField language={language} name="near" label={say.evidence_spec_form_near()} help={say.evidence_spec_form_near_help()} filter error={error('near')} unit="%"
          value={query.get('near') ?? (isMoved ? standing(typeof density === 'number' ? density * 100 : density, 1) : '')} />
        <NumberField language={language} name="worth" label={say.evidence_spec_form_worth()} help={say.evidence_spec_form_worth_help()} filter error={error('worth')}
          value={query.get('worth') ?? (isMoved ? standing(typeof value === 'number' ? onAxis(seen.axis, value) : value, 2) : '')} />
        <Button look="primary">{say.evidence_spec_form_show()}</Button>
        {isMoved ? <p><a class="ds-link" href={`${toHref(language, `${specialisationPath}${queryOf({ ...choice, near: null, worth: null })}`)}#chances`}>{say.evidence_spec_form_reset()}</a></p> : null}
      </form>
    </Details>
  )
}
const countryName = (seen: Seen, language: Language): string => plainRegion(seen.country, language)
const unionName = (seen: Seen, language: Language): string => plainRegion(seen.union, language)
