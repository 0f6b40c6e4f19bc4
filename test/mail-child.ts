// A process that reads a mailbox until it is killed. For the kill test and the bench of correspondence only.
import { keepMail, readKeptMail } from '#areas/participation/correspondence/commands/take-in.ts'
import { listKnownUids } from '#areas/participation/correspondence/read.ts'
import { watchImap } from '#sources/mailbox/imap.ts'
import { readSettings } from '#store/settings.ts'
import { openStore } from '#store/store.ts'

const store = await openStore(readSettings(process.env))
const tell = (text: string): void => { process.stderr.write(`${text}\n`) }
const desk = { store, origin: 'http://localhost', box: 'p@lipova.example', plus: 'yes', authHost: null, now: () => new Date(), tell } as const
let idle: Promise<unknown> = readKeptMail(desk)
// As the door does every minute: what a killed process still held is free a moment later.
setInterval(() => { idle = idle.then(() => readKeptMail(desk)) }, 500)
process.stdout.write('open\n')
watchImap({
  access: { host: '127.0.0.1', port: Number(process.env.IMAP_PORT), security: 'none', userName: 'p', password: 'тайна', folder: 'INBOX' }, firstPauseMs: 50, tell,
  known: (place) => store.reading((reader) => listKnownUids(reader, place), { as: 'staff' }),
  take: async (letters) => {
    await keepMail(desk, letters.map(({ raw, place }) => ({ raw, place, door: 'imap', uploadedBy: null, wantsAnswer: true })))
    idle = idle.then(() => readKeptMail(desk)).then(({ read }) => { process.stdout.write(`read ${read}\n`) })
  },
})
