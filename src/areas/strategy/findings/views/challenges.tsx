// Challenges: what findings of need, weakness and threat ask of the strategy. For colleagues also those that follow by rule and wait.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { Checkboxes } from '#ui/parts/choices.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { LinkList } from '#ui/parts/link-list.tsx'
import { errorOf } from '#ui/parts/problems.ts'
import { Tag } from '#ui/parts/tag.tsx'
import { Textarea } from '#ui/parts/textarea.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { domainName } from '#areas/evidence/indicators/views/wording.ts'
import { fromChallenge } from '../forms.ts'
import { type Challenge, challengeChangePath, challengesPath, type Finding, isForChallenge, sayStatement, type Theme } from '../rules.ts'
import { FindingLine, type ListShown, strategyCrumb } from './list.tsx'
import { sayKind, sayState } from './words.ts'

type Shown = Pick<ListShown, 'language' | 'findings' | 'evidence' | 'weighed'> & { readonly challenges: readonly Challenge[]; /** null for whoever may not write */ readonly derived: readonly { readonly theme: Theme; readonly findings: readonly Finding[] }[] | null }
export const challengesScreen = ({ language, findings, evidence, weighed, challenges, derived }: Shown): Screen => {
  const say = speak(language)
  const of = new Map(findings.map((one) => [one.id as string, one]))
  return {
    kind: 'screen', title: say.strategy_challenges_title(), says: say.strategy_challenges_lead(), crumbs: [strategyCrumb(language)],
    body: (
      <>
        <PageHeading title={say.strategy_challenges_title()} lead={say.strategy_challenges_lead()} />
        {derived === null ? null : <Buttons><ButtonLink href={toHref(language, `${challengesPath}/new`)}>{say.strategy_challenge_new()}</ButtonLink></Buttons>}
        {challenges.length === 0 ? <EmptyState title={say.strategy_challenges_empty()} why={say.strategy_challenges_empty_why()} /> : challenges.map((one) => (
          <Section id={`challenge-${one.number}`} title={one.title[language]}
            aside={derived === null ? undefined : <a class="ds-link" href={toHref(language, challengeChangePath(one.number))}>{say.strategy_challenge_change()}</a>}>
            {one.state === 'draft' ? <p><Tag tone="warning">{sayState('draft', language)}</Tag></p> : null}
            {one.says[language] === '' ? null : <p>{one.says[language]}</p>}
            <ul class="p-findings">{one.findings.flatMap((id) => { const finding = of.get(id); return finding === undefined ? [] : [<FindingLine language={language} finding={finding} evidence={evidence} weighed={weighed} />] })}</ul>
          </Section>
        ))}
        {derived === null || derived.length === 0 ? null : (
          <Section id="derived" title={say.strategy_challenges_derived()}>
            <p>{say.strategy_challenges_derived_says()}</p>
            <LinkList links={derived.map(({ theme, findings: some }) => ({ name: domainName(theme, language), href: toHref(language, `${challengesPath}/new?theme=${theme}`), says: some.map((one) => sayStatement(one, language)).join(' · ') }))} />
          </Section>
        )}
      </>
    ),
  }
}
type FormShown = { readonly language: Language; readonly asked: Asked; readonly challenge: Challenge | null; readonly findings: readonly Finding[]; readonly theme: string }
export const challengeFormScreen = ({ language, asked, challenge, findings, theme }: FormShown): Screen => {
  const say = speak(language)
  const isBack = asked.problems.length > 0
  const before: Readonly<Record<string, string>> = challenge === null ? {} : fromChallenge(challenge)
  const field = (name: string) => ({ language, name, value: isBack ? typedOne(asked.typed, name) : (before[name] ?? ''), error: errorOf({ problems: asked.problems, field: name, language }) })
  const choices = findings.filter((one) => isForChallenge(one.kind) && one.state !== 'withdrawn')
  const chosen = isBack ? (asked.typed.text.findings ?? []) : choices.filter((one) => (challenge === null ? one.theme === theme : challenge.findings.includes(one.id))).map(({ number }) => String(number))
  const title = challenge === null ? say.strategy_challenge_new() : say.strategy_challenge_change()
  return {
    kind: 'screen', title, says: say.strategy_challenges_lead(), crumbs: [strategyCrumb(language), { name: say.strategy_challenges_title(), path: challengesPath }],
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={title} lead={say.strategy_challenges_lead()} />
        {choices.length === 0 ? <EmptyState title={say.strategy_challenge_no_findings()} why={say.strategy_findings_empty_staff()} /> : (
          <Form action={toHref(language, challenge === null ? `${challengesPath}/new` : challengeChangePath(challenge.number))} hidden={challenge === null ? [] : [{ name: 'version', value: String(challenge.version) }]}>
            <TextField label={say.strategy_challenge_title_bg()} help={say.strategy_challenge_help()} {...field('title_bg')} />
            <TextField label={say.strategy_challenge_title_en()} {...field('title_en')} />
            <Textarea optional rows={3} limit={2000} label={say.strategy_says_bg()} {...field('says_bg')} />
            <Textarea optional rows={3} limit={2000} label={say.strategy_says_en()} {...field('says_en')} />
            <Checkboxes language={language} name="findings" label={say.strategy_challenge_findings()} values={chosen} error={errorOf({ problems: asked.problems, field: 'findings', language })}
              choices={choices.map((one) => ({ value: String(one.number), name: sayStatement(one, language), help: `${sayKind(one.kind, language)} · ${domainName(one.theme, language)}${one.state === 'draft' ? ` · ${sayState('draft', language)}` : ''}` }))} />
            <Buttons><Button name="does" value="publish">{say.strategy_challenge_publish()}</Button><Button look="secondary" name="does" value="save">{say.strategy_challenge_save()}</Button></Buttons>
          </Form>
        )}
      </>
    ),
  }
}
