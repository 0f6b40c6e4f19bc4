// The start page of a person who works here: what waits for them, what others changed since their last visit, what to do next.
import type { Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { mayDo, type AccountId, type Role, type Who } from '#kernel/who.ts'
import { findLastVisit, listNames } from '#areas/people/accounts/read.ts'
import { accountPath, changesSince, myPath } from '#areas/people/accounts/rules.ts'
import { myLinks } from '#areas/people/accounts/rules/my-links.ts'
import { permissionOf } from '#areas/people/roles/read.ts'
import { roleNames } from '#areas/people/roles/rules.ts'
import { listChanges, type Change } from '#store/audit.ts'
import { page, type Waiting } from '#store/visit.ts'
import { toHref } from '#ui/address.ts'
import { Button, ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { Card } from '#ui/parts/card.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Grid, PageHeading, Section } from '#ui/parts/layout.tsx'
import { Tag } from '#ui/parts/tag.tsx'
import { TaskList } from '#ui/parts/task-list.tsx'
import { Timeline } from '#ui/parts/timeline.tsx'
import { sayAct } from '../office/audit.tsx'
import { listWaiting } from './waiting.ts'

/** Comings and goings, which say nothing about the work. */
const without = ['people.session.begin', 'people.session.end', 'people.link.send', 'people.link.use', 'people.link.make', 'people.password.set']
const changesShown = 20
const sayMoment = (date: Date, language: Language): string =>
  new Intl.DateTimeFormat(language === 'bg' ? 'bg-BG' : 'en-GB', { timeZone: 'Europe/Sofia', dateStyle: 'medium', timeStyle: 'short' }).format(date)

type Shown = { readonly language: Language; readonly who: Who; readonly waiting: readonly Waiting[]; readonly changes: readonly Change[]; readonly names: ReadonlyMap<AccountId, string>; readonly since: Date }
export const startScreen = ({ language, who, waiting, changes, names, since }: Shown): Screen => {
  const say = speak(language)
  return {
    kind: 'screen', title: say.people_start_title(), says: say.people_start_says(), crumbs: [],
    body: (
      <>
        <PageHeading title={say.people_start_heading({ name: who.name })} lead={say.people_my_role({ role: roleNames[who.role][language] })}>
          <Form action={toHref(language, '/sign-out')}>
            <Buttons><ButtonLink look="secondary" href={toHref(language, accountPath)}>{say.people_my_title()}</ButtonLink><Button look="quiet">{say.people_sign_out()}</Button></Buttons>
          </Form>
        </PageHeading>
        <Section id="waiting" title={say.people_start_waiting()} aside={waiting.length === 0 ? undefined : say.people_start_count({ count: waiting.length })}>
          {waiting.length === 0
            ? <EmptyState title={say.people_start_nothing()} why={willStand(who.role, language)} />
            : <TaskList tasks={waiting.map(({ name, says, path, urgent }) => ({ name, says, href: toHref(language, path), state: <Tag tone={urgent === 'yes' ? 'warning' : 'neutral'}>{urgent === 'yes' ? say.people_start_urgent() : say.people_start_open()}</Tag> }))} />}
        </Section>
        <Section id="changed" title={say.people_start_changed()} aside={say.people_start_since({ when: sayMoment(since, language) })}>
          {changes.length === 0 ? <p>{say.people_start_unchanged()}</p> : <Timeline moments={changes.map((change) => momentOf(change, { language, names }))} />}
        </Section>
        <Section id="next" title={say.people_start_next()}>
          <Grid>{myLinks({ who, language }).map(({ name, path, says }) => <Card name={name} says={says} href={toHref(language, path)} />)}</Grid>
        </Section>
      </>
    ),
  }
}
/** What will stand here for this role when there is something. */
const willStand = (role: Role, language: Language): string => {
  const say = speak(language)
  return {
    visitor: say.people_start_will_owner, administrator: say.people_start_will_administrator, analyst: say.people_start_will_analyst, coordinator: say.people_start_will_coordinator,
    owner: say.people_start_will_owner, investment: say.people_start_will_investment, trainer: say.people_start_will_trainer,
  }[role]()
}
const momentOf = (change: Change, { language, names }: { readonly language: Language; readonly names: ReadonlyMap<AccountId, string> }) => {
  const say = speak(language)
  const title = language === 'bg' ? change.titleBg : change.titleEn
  const by = change.who === null ? say.web_audit_system() : (names.get(change.who) ?? say.web_audit_erased())
  const act = sayAct(change.act, language)
  return {
    when: sayMoment(change.at, language), datetime: change.at.toISOString(), title: change.times === 1 ? act : say.people_start_times({ act, count: change.times }),
    children: <p>{title === null || change.path === null ? null : <><a class="ds-link" href={toHref(language, change.path)}>{title}</a>{' · '}</>}{by}</p>,
  }
}

export const startPage = page({
  path: myPath, may: permissionOf('people.self'),
  get: async (visit) => {
    const { reader, language, who, now } = visit
    if (who.account === null) throw new Error('the start page was opened without an account')
    const since = changesSince(await findLastVisit(reader, { account: who.account }), now)
    // What concerns people is for those who may read the trail; what is done to figures and news, for everybody who works here.
    const areas = [...(mayDo(who, permissionOf('audit.read')) ? ['people'] : []), 'evidence', 'participation', 'strategy', 'monitoring', 'investment', 'capacity']
    const [waiting, changes] = await Promise.all([listWaiting(visit), listChanges(reader, { since, areas, without, notBy: who.account, limit: changesShown })])
    const names = await listNames(reader, { ids: changes.flatMap((change) => (change.who === null ? [] : [change.who])) })
    return startScreen({ language, who, waiting, changes, names, since })
  },
})
