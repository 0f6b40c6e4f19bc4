// What the register of stakeholders keeps of a person.
import type { ContactId } from '#areas/people/contacts/rules.ts'
import type { Reader } from '#store/handle.ts'
import type { PersonalPart } from '#areas/people/privacy/read/parts.ts'
import { forgetEntries, listEntriesOf } from '../write/erasure.ts'

/** The register is checked every two years; an entry stays until the person objects. */
const listInRegister = async (reader: Reader, contacts: readonly ContactId[]): Promise<readonly ContactId[]> => {
  const kept = []
  for (const contact of contacts) if ((await listEntriesOf(reader, contact)).length > 0) kept.push(contact)
  return kept
}
export const stakeholderPart: PersonalPart = {
  name: 'participation.stakeholders', title: { bg: 'Вписване в регистъра на заинтересованите страни', en: 'Your entry in the register of stakeholders' },
  // How interested and how influential colleagues think somebody is stays among colleagues; it is given to the person on paper when asked.
  gather: async (reader, contact) => ({ tables: [{ name: 'entries', rows: (await listEntriesOf(reader, contact)).map(({ id: _, ...row }) => row) }], files: [] }),
  erase: async (writer, { contact, name, email }) => ({ erased: 0, kept: await forgetEntries(writer, { contact, names: [name, email] }) }),
  keeps: listInRegister,
  holds: (reader, { contacts }) => listInRegister(reader, contacts),
}
