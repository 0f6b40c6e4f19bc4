// Whose benchmark, beside whom, and which indicators count: a plain GET form, so that every choice has its address.
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button } from '#ui/parts/button.tsx'
import { Checkboxes, Radios } from '#ui/parts/choices.tsx'
import { Details } from '#ui/parts/details.tsx'
import { Select } from '#ui/parts/select.tsx'
import { domains } from '#areas/evidence/indicators/rules.ts'
import { domainName } from '#areas/evidence/indicators/views/wording.ts'
import { type Benchmark, type BenchmarkChoice, benchmarkPath } from '../rules.ts'
import { isScored } from '../rules/score.ts'

export const ChooseBenchmark = ({ language, benchmark, choice }: { readonly language: Language; readonly benchmark: Benchmark; readonly choice: BenchmarkChoice }) => {
  const say = speak(language)
  const scored = benchmark.lines.filter(isScored)
  return (
    <form method="get" action={toHref(language, benchmarkPath)} class="p-form" id="choose">
      <input type="hidden" name="sent" value="yes" />
      {choice.set === null && choice.peers.length > 0 ? <input type="hidden" name="peers" value={choice.peers.join(',')} /> : null}
      {scored.map((line) => <input type="hidden" name="offered" value={line.indicator.key} />)}
      <Select language={language} name="region" label={say.evidence_benchmark_region()} value={benchmark.region.code}
        options={benchmark.choices.toSorted((a, b) => a.name[language].localeCompare(b.name[language], language)).map((region) => ({ value: region.code, name: region.name[language] }))} />
      <Radios language={language} name="set" label={say.evidence_benchmark_beside()} value={choice.set === null ? '' : String(choice.set)} choices={[
        { value: '', name: choice.set === null && choice.peers.length > 0 ? say.evidence_benchmark_beside_chosen({ count: choice.peers.length }) : say.evidence_benchmark_beside_country() },
        ...benchmark.sets.map((set) => ({ value: String(set.number), name: set.name[language], help: say.evidence_peers_set_count({ count: set.regions.length }) })),
      ]} />
      <Details summary={say.evidence_benchmark_choose_indicators({ count: scored.filter((line) => !choice.without.includes(line.indicator.key)).length })}>
        {domains.flatMap((domain) => {
          const of = scored.filter((line) => line.indicator.domain === domain)
          return of.length === 0 ? [] : [(
            <Checkboxes language={language} name="counts" label={domainName(domain, language)} values={of.map((line) => line.indicator.key).filter((key) => !choice.without.includes(key))} choices={of.map((line) => ({ value: line.indicator.key, name: line.indicator.shortName[language] }))} />
          )]
        })}
      </Details>
      <Button look="primary">{say.evidence_benchmark_show()}</Button>
    </form>
  )
}
