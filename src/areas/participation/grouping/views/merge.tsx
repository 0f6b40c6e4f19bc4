// Merging: what is like this one, laying it to another or others to it, and what was merged already with the way back. For staff.
import type { Asked, Screen } from '#kernel/answer.ts'
import { typedOne } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Button, Buttons } from '#ui/parts/button.tsx'
import { EmptyState } from '#ui/parts/empty-state.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { Form } from '#ui/parts/form.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { errorOf, toFieldId } from '#ui/parts/problems.ts'
import { Table } from '#ui/parts/table.tsx'
import { Tag } from '#ui/parts/tag.tsx'
import { TextField } from '#ui/parts/text-field.tsx'
import { handlingPath, inboxPath, mergePath } from '#areas/participation/moderation/rules.ts'
import { sayChannel, sayState } from '#areas/participation/moderation/rules/say.ts'
import type { Likeness } from '../rules.ts'

type It = { readonly number: string; readonly title: string; readonly text: string; readonly language: string; readonly state: string; readonly supports: number }
type Member = { readonly number: string; readonly title: string; readonly language: string; readonly authorShown: string | null; readonly channel: string; readonly isDirect: 'yes' | 'no' }
type Shown = { readonly language: Language; readonly asked: Asked; readonly it: It; readonly mergedInto: { readonly number: string; readonly title: string } | null; readonly similar: readonly Likeness[]; readonly merged: readonly Member[] }
export const crumbsOf = (language: Language, number: string) => [{ name: speak(language).participation_title(), path: '/participation' }, { name: speak(language).participation_inbox_title(), path: inboxPath }, { name: number, path: handlingPath(number) }]
/** The boxes stand in the table, the button under it. */
const gathering = 'gather'
const percent = (likeness: number): string => `${Math.round(likeness * 100)} %`

export const mergeScreen = (shown: Shown): Screen => {
  const { language, asked, it, mergedInto, similar, merged } = shown
  const say = speak(language)
  const action = toHref(language, mergePath(it.number))
  const title = say.participation_merge_title({ number: it.number })
  const of = (lang: string) => (lang === language ? undefined : lang)
  return {
    kind: 'screen', title, says: say.participation_merge_lead(), crumbs: crumbsOf(language, it.number),
    body: (
      <>
        <ErrorSummary language={language} problems={asked.problems} />
        <PageHeading title={title} lead={say.participation_merge_lead()} />
        <p lang={of(it.language)}><strong>{it.title}</strong></p>
        <p><Tag>{sayState(it.state, language)}</Tag> <span class="p-note">{say.participation_merge_supports({ count: it.supports })}</span></p>
        {mergedInto === null ? null : (
          <Notice language={language} tone="info" title={say.participation_merge_is_in({ number: mergedInto.number })}>
            <p><a class="ds-link" href={toHref(language, mergePath(mergedInto.number))}>{mergedInto.number} · {mergedInto.title}</a></p>
            <Form action={action} hidden={[{ name: 'does', value: 'undo' }, { name: 'member', value: it.number }]}><Buttons><Button look="secondary">{say.participation_merge_undo()}</Button></Buttons></Form>
          </Notice>
        )}
        {merged.length === 0 ? null : (
          <Section id="merged" title={say.participation_merge_merged()}>
            <Table language={language} id="merged-table" caption={say.participation_merge_merged()} captionIs="hidden" phone="stack" columns={[{ name: say.participation_inbox_text() }, { name: say.participation_inbox_channel() }, { name: say.participation_merge_back() }]}
              rows={merged.map((one) => ({ cells: [
                <><a class="ds-link" href={toHref(language, handlingPath(one.number))}>{one.number}</a> <span lang={of(one.language)}>{one.title}</span><p class="p-note">{one.authorShown ?? say.participation_citizen()}</p></>, sayChannel(one.channel, language),
                one.isDirect === 'no' ? say.participation_merge_through() : <Form action={action} hidden={[{ name: 'does', value: 'undo' }, { name: 'member', value: one.number }]}><Buttons><Button look="secondary">{say.participation_merge_undo()}<span class="p-hidden-text"> {one.number}</span></Button></Buttons></Form>,
              ] }))} />
          </Section>
        )}
        {mergedInto !== null ? null : (
          <>
            <Section id="similar" title={say.participation_merge_similar()}>
              {similar.length === 0 ? <EmptyState level={3} title={say.participation_merge_none()} why={say.participation_merge_none_says()} /> : (
                <>
                  <p class="p-note">{say.participation_merge_similar_says()}</p>
                  <Table language={language} id="similar-table" caption={say.participation_merge_similar_says()} captionIs="hidden" phone="stack" columns={[{ name: say.participation_inbox_text() }, { name: say.participation_inbox_channel() }, { name: say.participation_handling_state() }, { name: say.participation_merge_likeness(), kind: 'number' }]}
                    rows={similar.map((one, index) => {
                      const id = index === 0 ? toFieldId('chosen') : `${toFieldId('chosen')}-${index + 1}`
                      return { cells: [
                        <div class="p-pick"><input class="ds-input" type="checkbox" form={gathering} name="chosen" id={id} value={one.number} checked={(asked.typed.text.chosen ?? []).includes(one.number)} aria-label={say.participation_inbox_choose({ number: one.number })} /><div><a class="ds-link" href={toHref(language, handlingPath(one.number))}>{one.number}</a> <span lang={of(one.language)}>{one.title}</span></div></div>,
                        sayChannel(one.channel, language), sayState(one.state, language), percent(one.likeness),
                      ] }
                    })} />
                  <Form action={action} id={gathering} hidden={[{ name: 'does', value: 'gather' }]}><Buttons><Button>{say.participation_merge_gather({ number: it.number })}</Button></Buttons></Form>
                </>
              )}
            </Section>
            <Section id="other" title={say.participation_merge_other()}>
              <Form action={action} hidden={[{ name: 'does', value: 'merge' }]}>
                <TextField language={language} name="target" width="short" label={say.participation_merge_target()} help={say.participation_merge_target_help()} value={typedOne(asked.typed, 'target')} error={errorOf({ problems: asked.problems, field: 'target', language })} />
                <TextField language={language} name="why" optional label={say.participation_merge_why()} value={typedOne(asked.typed, 'why')} error={errorOf({ problems: asked.problems, field: 'why', language })} />
                <Buttons><Button look="secondary">{say.participation_merge_do()}</Button></Buttons>
              </Form>
            </Section>
          </>
        )}
      </>
    ),
  }
}
