// What a comment is about, for the page of the comment itself: the frozen words with the passage, the proposed wording, and where to go on.
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { Section } from '#ui/parts/layout.tsx'
import { wordDifference } from '#areas/participation/texts/rules/difference.ts'
import { plainOf } from '#areas/participation/texts/rules/plain.ts'
import type { TextBlock } from '#areas/participation/texts/rules.ts'
import { BlockView, DifferenceView } from '#areas/participation/texts/views/block.tsx'
import { blockPath, changesPath, type Consultation } from '../rules.ts'
import { fromCommentText } from '../rules/comment-text.ts'
import { langOf } from './say.ts'

type Shown = { readonly language: Language; readonly consultation: Consultation; readonly block: TextBlock; readonly textLanguage: Language; readonly quote: string; readonly text: string }
export const AnchorView = ({ language, consultation, block, textLanguage, quote, text }: Shown) => {
  const say = speak(language), { slug } = consultation, { wording } = fromCommentText(text)
  return (
    <Section id="about-block" title={say.participation_anchor_title()}>
      <p><a class="ds-link" href={toHref(language, blockPath({ slug, block: block.block }))}>{say.participation_anchor_of({ block: block.block, title: langOf(consultation.title, language).words })}</a></p>
      <blockquote class="p-draft p-draft-quoted" lang={textLanguage === language ? undefined : textLanguage}><BlockView block={block} quotes={[quote]} /></blockquote>
      {wording === '' ? null : <><p class="p-note">{say.participation_comment_wording_shown()}</p><DifferenceView language={language} parts={wordDifference({ before: quote || plainOf(block), after: wording })} /></>}
      {consultation.draft < 2 ? null : <p><a class="ds-link" href={`${toHref(language, changesPath(slug))}#b${block.block}`}>{say.participation_anchor_changed()}</a></p>}
    </Section>
  )
}
