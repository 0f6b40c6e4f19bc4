// What the register of stakeholders keeps of a person.
import type { PersonalPart } from '#areas/people/privacy/read/parts.ts'
import { forgetEntries, listEntriesOf } from '../write/erasure.ts'

export const stakeholderPart: PersonalPart = {
  name: 'participation.stakeholders', title: { bg: 'Вписване в регистъра на заинтересованите страни', en: 'Your entry in the register of stakeholders' },
  // How interested and how influential colleagues think somebody is stays among colleagues; it is given to the person on paper when asked.
  gather: async (reader, contact) => ({ tables: [{ name: 'entries', rows: (await listEntriesOf(reader, contact)).map(({ id: _, ...row }) => row) }], files: [] }),
  erase: async (writer, { contact, name, email }) => ({ erased: 0, kept: await forgetEntries(writer, { contact, names: [name, email] }) }),
  keeps: async (reader, contacts) => {
    const kept = []
    for (const contact of contacts) if ((await listEntriesOf(reader, contact)).length > 0) kept.push(contact)
    return kept
  },
}
