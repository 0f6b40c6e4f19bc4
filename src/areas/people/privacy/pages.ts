// The pages of the data-protection officer as values; what topics keep of people is handed in by the door.
import { getContact, searchContacts } from '#areas/people/contacts/read.ts'
import { permissions } from '#areas/people/roles/rules.ts'
import { getSettings } from '#areas/people/settings/read.ts'
import { notFound, problems, see } from '#kernel/answer.ts'
import { parseId } from '#kernel/id.ts'
import { speak } from '#kernel/speak.ts'
import { type Page, page } from '#store/visit.ts'
import { periodForm, staffErasure, type PeriodChange } from './forms.ts'
import { listRequests, listRuns } from './read.ts'
import type { PersonalPart, RetentionPart } from './read/parts.ts'
import { privacyOfficePath, proofPath } from './rules.ts'
import { periodPath, periodScreen, privacyOfficeScreen, staffErasePath, staffEraseScreen } from './views/office.tsx'
import { erasePerson, listPeriods, setPeriod } from './write.ts'

const manage = permissions['privacy.manage']
export const privacyPages = ({ personal, retention }: { readonly personal: readonly PersonalPart[]; readonly retention: readonly RetentionPart[] }): readonly Page[] => [
  page({
    path: privacyOfficePath, may: manage,
    get: async ({ language, reader, now }, asked) => {
      const words = (asked.query.get('q') ?? '').trim().slice(0, 100)
      const [settings, periods, requests, runs, found] = await Promise.all([getSettings(reader), listPeriods(reader, { parts: retention, now }), listRequests(reader, { limit: 50 }), listRuns(reader, { limit: 30 }), words === '' ? [] : searchContacts(reader, words)])
      return privacyOfficeScreen({ language, asked, settings, periods, requests, runs, words, found })
    },
  }),
  page<PeriodChange>({
    path: periodPath(':kind'), may: manage,
    get: async ({ language, reader, now }, asked) => {
      const [period] = await listPeriods(reader, { parts: retention.filter(({ kind }) => kind === asked.params.kind), now })
      return period === undefined ? notFound : periodScreen({ language, asked, period })
    },
    accepts: periodForm,
    post: async ({ writer, who, now }, change) => {
      const part = retention.find(({ kind }) => kind === change.kind)
      if (part === undefined) return notFound
      if (part.promised === 'yes' && change.days > part.days) return problems([{ field: 'days', text: { bg: speak('bg').people_privacy_problem_promised({ count: part.days }), en: speak('en').people_privacy_problem_promised({ count: part.days }) } }])
      await setPeriod({ writer, now, account: who.account }, change)
      return see(privacyOfficePath, 'people_notice_saved')
    },
  }),
  page({
    path: staffErasePath(':id'), may: manage,
    get: async ({ language, reader }, asked) => {
      const id = parseId<'contact'>(asked.params.id ?? '')
      const person = id === undefined ? undefined : await getContact(reader, id)
      return person === undefined ? notFound : staffEraseScreen({ language, asked, person, parts: personal.map(({ title }) => title[language]) })
    },
    accepts: staffErasure,
    post: async ({ writer, who, now }, _value, asked) => {
      const id = parseId<'contact'>(asked.params.id ?? '')
      const proof = id === undefined ? undefined : await erasePerson({ writer, now, by: 'staff', account: who.account }, { contact: id, parts: personal })
      return proof === undefined ? notFound : see(proofPath(proof))
    },
  }),
]
