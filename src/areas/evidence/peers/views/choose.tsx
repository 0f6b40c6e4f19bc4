// The form of weights: a plain GET, so that every choice has its address. What is not looked at, and why, stands beside its tick.
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button } from '#ui/parts/button.tsx'
import { Checkboxes, Radios } from '#ui/parts/choices.tsx'
import { Details } from '#ui/parts/details.tsx'
import { Fieldset } from '#ui/parts/fieldset.tsx'
import { Select } from '#ui/parts/select.tsx'
import { dimensions, mostWeight, type Peers, peersPath } from '../rules.ts'
import { dimensionName, sayLeftOut, traitName } from './words.ts'

export const ChoosePeers = ({ language, peers }: { readonly language: Language; readonly peers: Peers }) => {
  const say = speak(language)
  const { choice } = peers
  const choices = peers.choices.toSorted((a, b) => a.name[language].localeCompare(b.name[language], language))
  return (
    <form method="get" action={toHref(language, peersPath)} class="p-form" id="weights">
      <input type="hidden" name="sent" value="yes" />
      <Select language={language} name="region" label={say.evidence_peers_own()} value={peers.region.code} options={choices.map((region) => ({ value: region.code, name: region.name[language] }))} />
      <Radios language={language} name="among" label={say.evidence_peers_among()} value={choice.among} choices={[
        { value: 'union', name: say.evidence_peers_among_union() },
        { value: 'country', name: say.evidence_peers_among_country(), help: say.evidence_peers_among_country_help() },
      ]} />
      <Radios language={language} name="own" label={say.evidence_peers_own_country()} value={choice.ownCountry} choices={[
        { value: 'in', name: say.evidence_peers_own_in() }, { value: 'out', name: say.evidence_peers_own_out() },
      ]} />
      <Radios language={language} name="income" label={say.evidence_peers_income()} value={choice.income} choices={[
        { value: 'any', name: say.evidence_peers_income_any() }, { value: 'near', name: say.evidence_peers_income_near(), help: [say.evidence_peers_income_help(), ...peers.incomeWarnings.map((caveat) => caveat.text[language])].join(' ') },
      ]} />
      <Details summary={say.evidence_peers_weights()}>
        <Fieldset legend={say.evidence_peers_weights_legend()} help={say.evidence_peers_weights_help()}>
          {dimensions.map((dimension) => (
            <Select language={language} name={dimension} label={dimensionName(dimension, language)} value={String(choice.weights[dimension])}
              options={Array.from({ length: mostWeight + 1 }, (_, weight) => ({ value: String(weight), name: weight === 0 ? say.evidence_peers_weight_none() : String(weight) }))} />
          ))}
        </Fieldset>
        <Checkboxes language={language} name="trait" label={say.evidence_peers_traits()} values={peers.traits.map((used) => used.trait.key).filter((key) => !choice.without.includes(key))}
          choices={peers.traits.map((used) => ({
            value: used.trait.key, name: traitName(used, language),
            ...(used.leftOut === null || used.leftOut === 'off' ? {} : { help: sayLeftOut(used.leftOut, language) }),
          }))} />
      </Details>
      <Button look="primary">{say.evidence_peers_show()}</Button>
    </form>
  )
}
