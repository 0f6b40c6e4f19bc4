// The mail door: who knocks by letter. Holds no policy; what a letter becomes is participation/correspondence.
import { receiveMail, type MailDoorRunning } from '#areas/participation/correspondence/commands/receive.ts'
import type { MailIn } from '#store/settings.ts'
import type { Store } from '#store/store.ts'

export type MailDoorParts = { readonly store: Store; readonly settings: { readonly mailIn: MailIn }; readonly origin: string; readonly key: () => Promise<Buffer>; readonly tell: (text: string) => void }
export const openMailDoor = ({ store, settings, origin, key, tell }: MailDoorParts): MailDoorRunning =>
  receiveMail({ store, origin, key, tell, ...settings.mailIn, now: () => new Date() })
