// A conversation that was taken in: its majority table, and the files it can be given out as.
import type { Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toHref } from '#ui/address.ts'
import { PageHeading, Section } from '#ui/parts/layout.tsx'
import { StatLine } from '#ui/parts/stat-line.tsx'
import { Table } from '#ui/parts/table.tsx'
import { conversationPath } from '../rules.ts'
import { type Conversation, groupBy, leastForPersonFiles, tallyOf } from '../rules/polis/conversation.ts'
import { mayLeave, writtenFiles } from '../rules/polis/write.ts'
import { crumbsTo } from './words.ts'

export const conversationScreen = ({ language, id, conversation }: { readonly language: Language; readonly id: string; readonly conversation: Conversation }): Screen => {
  const say = speak(language)
  const voters = new Set(conversation.votes.map(({ voter }) => voter)).size
  const of = groupBy(conversation.votes, ({ statement }) => statement)
  const share = (part: number, all: number): string => (all === 0 ? '–' : `${Math.round((part / all) * 100)} %`)
  const shown = conversation.statements.map((one) => ({ ...one, ...tallyOf(of.get(one.number) ?? []) })).sort((one, other) => other.agrees / (other.votes || 1) - one.agrees / (one.votes || 1) || one.number - other.number)
  return {
    kind: 'screen', title: conversation.topic, says: say.participation_intake_conversation_says(), crumbs: crumbsTo(language),
    body: (
      <>
        <PageHeading kicker={say.participation_intake_conversation()} title={conversation.topic} lead={conversation.description || say.participation_intake_conversation_says()} />
        <StatLine stats={[{ name: say.participation_intake_statements(), value: String(conversation.statements.length) }, { name: say.participation_intake_voters(), value: String(voters) }, { name: say.participation_intake_votes_latest(), value: String(conversation.votes.length) }]} />
        <Section id="files" title={say.participation_intake_export()}>
          <p>{say.participation_intake_export_says({ least: leastForPersonFiles })}</p>
          <ul>{writtenFiles.map((file) => <li>{mayLeave(file, voters) ? <a class="ds-link" href={`${toHref(language, conversationPath(id))}/${file}.csv`} download>{file}.csv</a> : say.participation_intake_too_few({ file: `${file}.csv` })}</li>)}</ul>
        </Section>
        <Section id="majority" title={say.participation_intake_majority()}>
          <Table
            language={language} id="majority-table" caption={say.participation_intake_majority()} captionIs="hidden"
            columns={[{ name: say.participation_intake_statement() }, { name: say.participation_intake_agree(), kind: 'number' }, { name: say.participation_intake_disagree(), kind: 'number' }, { name: say.participation_intake_pass(), kind: 'number' }, { name: say.participation_intake_votes(), kind: 'number' }]}
            rows={shown.map(({ number, text, agrees, disagrees, passes, votes }) => ({ cells: [text || say.participation_intake_not_public({ number: String(number) }), share(agrees, votes), share(disagrees, votes), share(passes, votes), String(votes)] }))}
          />
        </Section>
      </>
    ),
  }
}
