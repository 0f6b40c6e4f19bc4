// What changed between the draft that was consulted on and the newest one: block by block, with each comment in its one place.
import { dayIn } from '#kernel/day.ts'
import type { Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { sayCivilDate } from '#ui/civil-date.ts'
import { ButtonLink, Buttons } from '#ui/parts/button.tsx'
import { Details } from '#ui/parts/details.tsx'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { StatLine } from '#ui/parts/stat-line.tsx'
import { Tag } from '#ui/parts/tag.tsx'
import { wordDifference } from '#areas/participation/texts/rules/difference.ts'
import { plainOf } from '#areas/participation/texts/rules/plain.ts'
import type { Text } from '#areas/participation/texts/rules.ts'
import { BlockView, DifferenceView } from '#areas/participation/texts/views/block.tsx'
import { consultationPath, type Consultation, type FrozenDraft } from '../rules.ts'
import type { BlockChange, BlockFate, Carried } from '../rules/carry.ts'
import { CommentView, type Comment } from './comment.tsx'
import { crumbsTo } from './draft.tsx'
import { langOf } from './say.ts'

export type Placed = { readonly comment: Comment; readonly carried: Carried }
type Shown = { readonly language: Language; readonly consultation: Consultation; readonly text: Pick<Text, 'language'>; readonly before: FrozenDraft; readonly after: FrozenDraft; readonly changes: readonly BlockChange[]; readonly placed: readonly Placed[] }
export const sayFate = (fate: BlockFate, language: Language): string => {
  const say = speak(language)
  return { same: say.participation_fate_same, moved: say.participation_fate_moved, changed: say.participation_fate_changed, split: say.participation_fate_split, joined: say.participation_fate_joined, removed: say.participation_fate_removed, new: say.participation_fate_new }[fate]()
}
const tones = { same: 'neutral', moved: 'info', changed: 'warning', split: 'warning', joined: 'warning', removed: 'danger', new: 'success' } as const
export const changesScreen = (shown: Shown): Screen => {
  const { language, consultation, after, changes, placed } = shown
  const say = speak(language), title = langOf(consultation.title, language), says = langOf(after.says, language)
  const count = (...fates: readonly BlockFate[]): string => String(changes.filter(({ fate }) => fates.includes(fate)).length)
  const takenOut = changes.filter(({ fate, after: now }) => now === null && fate === 'removed')
  return {
    kind: 'screen', title: say.participation_changes_title({ title: title.words }), says: says.words || title.words, crumbs: [...crumbsTo(language), { name: title.words, path: consultationPath(consultation.slug) }],
    body: (
      <>
        <PageHeading kicker={title.words} title={say.participation_changes_heading()} lead={says.words}><p class="p-note">{say.participation_changes_between({ day: sayCivilDate(dayIn(after.frozenAt), language), draft: after.draft })}</p></PageHeading>
        <StatLine stats={[
          { name: say.participation_changes_changed(), value: count('changed', 'split', 'joined') }, { name: say.participation_changes_removed(), value: count('removed') }, { name: say.participation_changes_new(), value: count('new') }, { name: say.participation_changes_same(), value: count('same', 'moved') },
        ]} />
        <p>{say.participation_changes_how()}</p>
        <Section id="blocks" title={say.participation_changes_blocks()}><div class="p-draft">{changes.filter(({ fate, after: now }) => now !== null || fate !== 'removed').map((change) => <Changed {...shown} change={change} />)}</div></Section>
        <Section id="taken-out" title={say.participation_changes_taken_out()}>
          {takenOut.length === 0 ? <p>{say.participation_changes_taken_out_none()}</p> : <div class="p-draft">{takenOut.map((change) => <Changed {...shown} change={change} />)}</div>}
        </Section>
        {placed.length === 0 ? <p>{say.participation_changes_no_comments()}</p> : null}
        <Buttons><ButtonLink look="secondary" href={toHref(language, consultationPath(consultation.slug))}>{say.participation_changes_consulted()}</ButtonLink></Buttons>
      </>
    ),
  }
}
const Changed = ({ language, text, before, change, placed }: Shown & { readonly change: BlockChange }) => {
  const say = speak(language), { fate, before: was, after: now, successors } = change, block = now ?? was
  if (block === null) return null
  const here = placed.filter(({ comment, carried }) => (now === null ? comment.block === block.block && carried.place === 'takenOut' : homeOf(carried) === block.block))
  const elsewhere = now === null ? [] : [...new Set(placed.filter(({ carried }) => carried.blocks.includes(block.block) && homeOf(carried) !== block.block).map(({ carried }) => homeOf(carried)))]
  const lang = text.language === language ? undefined : text.language
  return (
    <div class="p-draft-block" id={`b${block.block}`} data-kind={block.kind} data-fate={fate}>
      <p class="p-draft-number p-note p-numbers" aria-hidden="true">{block.block}</p>
      <div class="p-draft-words" lang={lang}>
        {was !== null && now !== null && fate !== 'same' && fate !== 'moved' ? <DifferenceView language={language} parts={wordDifference({ before: plainOf(was), after: plainOf(now) })} />
          : now === null ? <DifferenceView language={language} parts={[{ kind: 'out', text: plainOf(block) }]} /> : <BlockView block={block} />}
      </div>
      <div class="p-draft-comment" lang={language}>
        {fate === 'same' ? null : <p><Tag tone={tones[fate]}>{sayFate(fate, language)}</Tag></p>}
        {elsewhere.length === 0 ? null : <p class="p-note">{say.participation_changes_comments_at()} {elsewhere.map((one, index) => <>{index === 0 ? '' : ', '}<a class="ds-link" href={`#b${one}`}>{one}</a></>)}</p>}
        {successors.length === 0 ? null : <p class="p-note">{say.participation_changes_goes_on()} {successors.map((one, index) => <>{index === 0 ? '' : ', '}<a class="ds-link" href={`#b${one}`}>{one}</a></>)}</p>}
      </div>
      {here.length === 0 ? null : (
        <div class="p-draft-under" lang={language}><Details summary={say.participation_changes_comments({ count: here.length })} starts={fate === 'same' ? 'closed' : 'open'}>
          {here.map(({ comment, carried }) => (
            <>
              <p class="p-note">{sayCarried(carried, language)}</p>
              <CommentView language={language} comment={comment} block={before.blocks.find((one) => one.block === comment.block) ?? block} takes="no" />
            </>
          ))}
        </Details></div>
      )}
    </div>
  )
}
/** Written out once: where the quoted words stand, else at the first of the blocks they go on in. */
const homeOf = ({ blocks, passage }: Carried): number | undefined => (passage.kind === 'stands' && blocks.includes(passage.block) ? passage.block : blocks[0])
/** What became of the passage, in one sentence. */
const sayCarried = ({ place, passage, blocks }: Carried, language: Language): string => {
  const say = speak(language)
  if (place === 'here') return say.participation_carried_here()
  const words = passage.kind === 'stands' ? (blocks.includes(passage.block) ? say.participation_carried_stands({ block: passage.block }) : say.participation_carried_elsewhere({ block: passage.block })) : say.participation_carried_gone()
  return `${{ changed: say.participation_carried_changed(), goesOn: say.participation_carried_goes_on(), takenOut: say.participation_carried_taken_out() }[place]} ${words}`
}
