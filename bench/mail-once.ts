// A thousand letters of a mailbox, read by IMAP from a small server in this process into a database of their own, durable as in
// earnest. Two moments: every letter read and written down; and every one a contribution, with its number and its answer.
import { keepMail, readKeptMail } from '#areas/participation/correspondence/commands/take-in.ts'
import { countMail, listKnownUids } from '#areas/participation/correspondence/read.ts'
import { readLetter } from '#sources/mailbox/letter/read-letter.ts'
import { watchImap } from '#sources/mailbox/imap.ts'
import { findCheckout } from '#store/checkout.ts'
import { readSettings } from '#store/settings.ts'
import { openStore } from '#store/store.ts'
import { startImap } from '#test/imap-server.ts'
import { makeLetter } from '#test/mail-desk.ts'

export type Mailed = { readonly kept: number; readonly became: number; readonly letters: number; readonly contributions: number }

const [folder = '', count = '1000'] = process.argv.slice(2)
const letters = Number(count)
const store = await openStore(readSettings({ POSOKA_DATA: folder }, findCheckout()))
const desk = { store, origin: 'http://localhost', box: 'p@lipova.example', plus: 'yes', authHost: null, now: () => new Date(), tell: (text: string) => { console.error(text) } } as const
// The first letter loads what reads letters; a running server has it.
await readLetter(makeLetter({ id: 'warm@x' }))
await import('imapflow')
const imap = await startImap()
for (let at = 0; at < letters; at++) imap.put(makeLetter({ id: `bench${at}@abv.example`, from: `Човек ${at} <person${at}@abv.example>`, text: `Предложение ${at}: нова спирка пред вход ${at}.\n${'Пътят до работа е дълъг и няма автобус. '.repeat(20)}` }))
const began = performance.now()
const taken = await new Promise<number>((resolve) => {
  let seen = 0
  const inbox = watchImap({
    access: { host: '127.0.0.1', port: imap.port, security: 'none', userName: 'p', password: 'тайна', folder: 'INBOX' }, tell: desk.tell,
    known: (place) => store.reading((reader) => listKnownUids(reader, place), { as: 'staff' }),
    take: async (batch) => {
      await keepMail(desk, batch.map(({ raw, place }) => ({ raw, place, door: 'imap', uploadedBy: null, wantsAnswer: true })))
      for (const { raw } of batch) if (raw instanceof Uint8Array) await readLetter(raw)
      seen += batch.length
      if (seen === letters) setTimeout(() => { inbox.stop().then(() => resolve(seen), () => resolve(seen)) }, 0)
    },
  })
})
const kept = (performance.now() - began) / 1000
await readKeptMail(desk)
const became = (performance.now() - began) / 1000
const counts = await store.reading(countMail, { as: 'staff' })
await imap.close()
await store.close()
process.send?.({ kept, became, letters: taken, contributions: counts.contribution } satisfies Mailed)
