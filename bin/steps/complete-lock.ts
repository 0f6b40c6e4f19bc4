// `node bin/steps/complete-lock.ts`: adds the entries for foreign platforms that npm left out of package-lock.json.
import { readFileSync, writeFileSync } from 'node:fs'
import { home } from './home.ts'
import { completeLock, listMissingEntries } from './lock.ts'

const file = home('package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))
const missing = listMissingEntries(lock)
if (missing.length > 0) writeFileSync(file, `${JSON.stringify(completeLock(lock), null, 2)}\n`)
console.log(missing.length === 0 ? 'The lock file is complete.' : `Added to the lock file: ${missing.map(({ path }) => path.slice(13)).join(', ')}`)
