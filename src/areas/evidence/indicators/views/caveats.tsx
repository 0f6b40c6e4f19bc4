// The traps of an indicator, beside its figures: what must be known before one draws a conclusion.
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import type { Indicator } from '../rules.ts'

export const Caveats = ({ language, indicator }: { readonly language: Language; readonly indicator: Indicator }) =>
  indicator.caveats.length === 0 ? null : (
    <>
      <h3>{speak(language).evidence_about_caveats()}</h3>
      <ul class="ds-list">{indicator.caveats.map((caveat) => <li>{caveat.text[language]}</li>)}</ul>
    </>
  )
