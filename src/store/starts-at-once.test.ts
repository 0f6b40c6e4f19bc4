// Several servers that are started at the same moment on one empty database bring it to this version together.
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { testStore } from '#test/database.ts'
import { findCheckout } from './checkout.ts'
import { connectOnce } from './launcher/address.ts'
import { prepareDatabase, storeOn } from './store.ts'

const store = await testStore()

test('four starts at once on an empty database all succeed, and one of them does the work', async () => {
  const admin = await connectOnce(store.address)
  try {
    for (let round = 0; round < 3; round++) {
      const database = `${store.address.database}_at_once_${round}`
      await admin.query(`create database ${database} template template0`)
      const prepared = await Promise.all(Array.from({ length: 4 }, () => prepareDatabase({ ...store.address, database }, join(findCheckout(), 'migrations'))))
      expect(prepared.filter(({ migrated }) => migrated.length > 0)).toHaveLength(1)
      expect(prepared.map(({ rights }) => rights.by)).toEqual(['role', 'role', 'role', 'role'])
      await admin.query(`drop database ${database} with (force)`)
    }
  } finally {
    await admin.end()
  }
})

test('what a start does is done by one process after another, however long it takes', async () => {
  const other = storeOn({ primary: store.address, replica: undefined, rights: { by: 'role' }, files: '/nowhere' })
  let under = 0
  let most = 0
  await Promise.all([store, other, store, other].map((one) => one.inTurn(async () => {
    most = Math.max(most, ++under)
    await pause(50)
    under -= 1
  })))
  expect(most).toBe(1)
  await expect(store.inTurn(async () => { throw new Error('no') })).rejects.toThrow('no')
  expect(await other.inTurn(async () => 'free again')).toBe('free again')
  await other.close()
})
