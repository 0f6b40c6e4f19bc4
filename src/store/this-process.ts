// Who works here, as other processes can tell: for what must be cleared away when its process is gone.
import { hostname } from 'node:os'
import { isAlive } from './launcher/lock.ts'

export type Standing = { readonly host: string; readonly process: number; readonly isAlive: (process: number) => boolean }
export const thisProcess: Standing = { host: hostname(), process: process.pid, isAlive }
