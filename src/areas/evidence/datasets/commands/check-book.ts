// catalogue/checks.json: which parts make which whole, and which figures of different tables must agree.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CheckBook } from '../rules/check-cross.ts'

export const readCheckBook = async (checkout: string): Promise<CheckBook> => JSON.parse(await readFile(join(checkout, 'catalogue', 'checks.json'), 'utf8')) as CheckBook
