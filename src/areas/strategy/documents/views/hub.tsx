// The area's first page: what stands already, and the one thing to do where nothing does.
import type { Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { Card } from '#ui/parts/card.tsx'
import { Grid, PageHeading, Section } from '#ui/parts/layout.tsx'
import { challengesPath, findingsPath, swotPath, weighPath } from '#areas/strategy/findings/rules.ts'
import { currentStatePath } from '../rules.ts'
import { newPath } from '#areas/participation/proposals/rules/typed.ts'

export type HubShown = { readonly language: Language; readonly findings: number; readonly challenges: number; readonly ballots: number; readonly editions: number }
export const hubScreen = ({ language, findings, challenges, ballots, editions }: HubShown): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.strategy_hub_title(), says: say.strategy_hub_says(), crumbs: [],
    body: (
      <>
        <PageHeading title={say.strategy_hub_title()} lead={say.strategy_hub_lead()} />
        <Grid>
          <Card level={2} name={say.strategy_state_title()} href={toHref(language, currentStatePath)} says={say.strategy_state_lead()} foot={say.strategy_hub_count_editions({ count: editions })} />
          <Card level={2} name={say.strategy_findings_title()} href={toHref(language, findingsPath)} says={say.strategy_hub_findings_says()} foot={say.strategy_hub_count_findings({ count: findings })} />
          <Card level={2} name={say.strategy_swot_title()} href={toHref(language, swotPath)} says={say.strategy_hub_swot_says()} foot={say.strategy_hub_count_findings({ count: findings })} />
          <Card level={2} name={say.strategy_challenges_title()} href={toHref(language, challengesPath)} says={say.strategy_hub_challenges_says()} foot={say.strategy_hub_count_challenges({ count: challenges })} />
          {findings === 0 ? null : <Card level={2} name={say.strategy_weigh_title()} href={toHref(language, weighPath)} says={say.strategy_hub_weigh_says()} foot={say.strategy_weigh_count({ count: ballots })} />}
        </Grid>
        <Section id="next" title={say.strategy_hub_next()}>
          <p>{say.strategy_hub_next_says()}</p>
          <Buttons><ButtonLink look="secondary" href={toHref(language, newPath)}>{say.strategy_hub_propose()}</ButtonLink></Buttons>
        </Section>
      </>
    ),
  }
}
