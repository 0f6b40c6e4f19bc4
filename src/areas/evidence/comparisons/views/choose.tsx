// The form that chooses regions, indicators, period and look: a plain GET; the answer leads on to the short address.
import type { Language } from '#kernel/language.ts'
import type { Level } from '#kernel/region.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { sayPeriod } from '#ui/charts/period-words.ts'
import { Button } from '#ui/parts/button.tsx'
import { Checkboxes, Radios } from '#ui/parts/choices.tsx'
import { Details } from '#ui/parts/details.tsx'
import { Select } from '#ui/parts/select.tsx'
import { levelName } from '#areas/evidence/indicators/views/choose-regions.tsx'
import { domainName } from '#areas/evidence/indicators/views/wording.ts'
import { domains } from '#areas/evidence/indicators/rules.ts'
import { type Choice, type Compared, comparisonsPath, type Look } from '../rules.ts'

type Choosing = { readonly language: Language; readonly compared: Compared; readonly choice: Choice; readonly look: Look }
const order: readonly Level[] = ['nuts3', 'municipality', 'nuts2', 'nuts1', 'country', 'eu']

export const ChooseForm = ({ language, compared, choice, look }: Choosing) => {
  const say = speak(language)
  const regions = compared.regions.map((region) => region.code)
  const keys = compared.indicators.map((one) => one.indicator.key)
  return (
    <form method="get" action={toHref(language, comparisonsPath)} class="p-form p-choose" id="choose">
      <input type="hidden" name="sent" value="yes" />
      <Details summary={say.evidence_compare_choose_regions({ count: regions.length })}>
        {order.flatMap((level) => {
          const of = compared.choices.regions.filter((region) => region.level === level).sort((a, b) => a.name[language].localeCompare(b.name[language], language))
          return of.length === 0 ? [] : [(
            <Checkboxes language={language} name={level} label={levelName(level, language)} values={regions} choices={of.map((region) => ({ value: region.code, name: region.name[language] }))} />
          )]
        })}
      </Details>
      <Details summary={say.evidence_compare_choose_indicators({ count: keys.length })}>
        {domains.flatMap((domain) => {
          const of = compared.choices.indicators.filter((indicator) => indicator.domain === domain)
          return of.length === 0 ? [] : [(
            <Checkboxes language={language} name={domain} label={domainName(domain, language)} values={keys} choices={of.map((indicator) => ({ value: indicator.key, name: indicator.shortName[language] }))} />
          )]
        })}
      </Details>
      <Select language={language} name="period" label={say.evidence_compare_period()} blank={say.evidence_compare_period_newest()} value={choice.period ?? ''}
        options={compared.periods.map((period) => ({ value: period, name: sayPeriod(period, language) }))} />
      <Radios language={language} name="look" label={say.evidence_compare_look()} value={look}
        choices={[{ value: 'table', name: say.evidence_compare_look_table() }, { value: 'charts', name: say.evidence_compare_look_charts() }]} />
      <Button look="primary">{say.evidence_compare_show()}</Button>
    </form>
  )
}
