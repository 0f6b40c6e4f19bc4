// A process that writes and says what was acknowledged, until it is killed. For src/store/kill.test.ts only.
import { sealAudit } from '#store/audit-chain.ts'
import { recordAct } from '#store/audit.ts'
import { newId } from '#store/ids.ts'
import { postLetter } from '#store/outbox.ts'
import { readSettings } from '#store/settings.ts'
import { openStore } from '#store/store.ts'
import { registerThing } from '#store/thread.ts'

const store = await openStore(readSettings(process.env))
process.stdout.write('open\n')

const writeOne = async (): Promise<void> => {
  const id = newId<'indicator'>()
  await store.writing(async (writer) => {
    await registerThing(writer, { id, kind: 'indicator', title: { bg: `Показател ${id}`, en: `Indicator ${id}` }, path: '/x' })
    await postLetter(writer, { key: id, to: 'a@example.bg', subject: 'Писмо', body: id, language: 'bg', kind: 'test.letter' })
    await recordAct(writer, { who: null, act: 'test.thing.add', thing: id })
  })
  // A pipe is written at once: what the other side reads was committed before.
  process.stdout.write(`${id}\n`)
}
const forever = async (work: () => Promise<unknown>): Promise<never> => { for (;;) await work() }
await Promise.all([forever(writeOne), forever(writeOne), forever(writeOne), forever(writeOne), forever(() => sealAudit(store))])
